import type { SupergraphTypes } from '../../supergraph/supergraph-types.ts';

/** What the supergraph says of the type names that subgraphs send. */
export type RuntimeTypes = {
  /** Whether a name is a type, or one of its implementations or members. */
  isOfType(typename: unknown, condition: string): boolean;
  /** Whether objects are of this type. A subgraph that knows an interface as an object calls all of them by its name. */
  isConcrete(typename: unknown): boolean;
};

/** Tells the types of a supergraph apart. */
export function runtimeTypes({ objects, subtypes }: SupergraphTypes): RuntimeTypes {
  return {
    isOfType: (typename, condition) =>
      typename === condition || (typeof typename === 'string' && (subtypes.get(condition)?.has(typename) ?? false)),
    isConcrete: (typename) => typeof typename === 'string' && objects.has(typename),
  };
}

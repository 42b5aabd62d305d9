import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

/** What the supergraph says of the type names that subgraphs send. */
export type RuntimeTypes = {
  /** Whether a name is a type, or one of its implementations or members. */
  isOfType(typename: unknown, condition: string): boolean;
  /** Whether objects are of this type. A subgraph that knows an interface as an object calls all of them by its name. */
  isConcrete(typename: unknown): boolean;
};

/** Reads the types of a supergraph, with those that clients do not see. */
export function runtimeTypes(schema: GraphQLSchema): RuntimeTypes {
  return {
    isOfType(typename, condition) {
      if (typename === condition) return true;
      const type = typeof typename === 'string' ? schema.getType(typename) : undefined;
      const on = schema.getType(condition);
      return isAbstractType(on) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(on, type);
    },
    isConcrete: (typename) => typeof typename === 'string' && isObjectType(schema.getType(typename)),
  };
}

import { type FieldNode, GraphQLError } from 'graphql';
import type { Path, Source } from '../source.ts';

/** Why a fetch brought nothing, told at each field that it should have brought. */
export type Failure = { at(path: Path, nodes: readonly FieldNode[]): GraphQLError };

/** Which objects miss which fields because a fetch failed, and which a subgraph does not know. */
export type Failures = {
  add(objects: readonly Source[], names: ReadonlySet<string>, failure: Failure): void;
  /** The failure that left this field of an object out. */
  of(object: Source, name: string): Failure | undefined;
  /** Any failure that left something of an object out. */
  any(object: Source): Failure | undefined;
  /** Objects that a subgraph was asked for with this representation, and does not know. */
  addUnknown(objects: readonly Source[], representation: string): void;
  /** Whether a subgraph does not know an object of which nobody else said more than it was asked for with. */
  isUnknown(object: Source): boolean;
};

/** Nothing has failed yet. */
export function createFailures(): Failures {
  const missing = new Map<Source, { names: ReadonlySet<string>; failure: Failure }[]>();
  const unknown = new Map<Source, string>();
  return {
    add(objects, names, failure) {
      for (const object of objects) {
        const known = missing.get(object);
        if (known) known.push({ names, failure });
        else missing.set(object, [{ names, failure }]);
      }
    },
    of: (object, name) => missing.get(object)?.find(({ names }) => names.has(name))?.failure,
    any: (object) => missing.get(object)?.[0]?.failure,
    addUnknown(objects, representation) {
      for (const object of objects) unknown.set(object, representation);
    },
    isUnknown(object) {
      const representation = unknown.get(object);
      return representation !== undefined && saysNoMore(object, representation);
    },
  };
}

/** By values, since a client may have asked for a key under another name, too. */
function saysNoMore(object: Source, representation: string): boolean {
  const asked = new Set<unknown>(Object.values(JSON.parse(representation)));
  return Object.values(object).every((value) => asked.has(value));
}

/** A failure by the error that tells of it. */
export function failureOf(error: unknown): Failure {
  const cause =
    error instanceof GraphQLError ? error : new GraphQLError('Internal error', { originalError: asError(error) });
  return {
    at: (path, nodes) =>
      new GraphQLError(cause.message, { nodes, path, extensions: cause.extensions, originalError: cause }),
  };
}

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

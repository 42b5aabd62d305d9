import { type FieldNode, GraphQLError } from 'graphql';
import type { Failures } from '../plan/failures.ts';
import type { Path, Source } from '../source.ts';

/** A null where none is allowed: the nearest nullable value above becomes null instead. */
export const BUBBLE: unique symbol = Symbol('bubble');

/** The state of shaping one response. */
export type Shaping = {
  /** Where we are; shapes change it on their way and leave it as it was. */
  path: Path;
  errors: GraphQLError[];
  /** What is told if the null on its way up takes more than the entity that nobody knows. */
  unsaid?: GraphQLError | undefined;
  /** Which objects miss which fields because a fetch failed. */
  failures: Failures;
  /** Values already shaped, by the number of their field; only where one stands at several places. */
  shaped: (Map<object, unknown> | undefined)[];
  introspection: Source;
};

/** A field of the answer: what it is called there, and by which key its value was delivered. */
export type Position = { parent: string; field: string; name: string; key: string; nodes: readonly FieldNode[] };

/** Errors that are told about one response; a thousand would tell no more. */
export const MAX_ERRORS = 100;

/**
 * What becomes of a field without a value: an error unless null is allowed, or when a fetch of it failed. An entity that
 * its subgraph does not know is null itself: that is no error, where it may be.
 */
export function absent(position: Position, shaping: Shaping, source: Source | undefined): typeof BUBBLE {
  if (shaping.errors.length >= MAX_ERRORS) return BUBBLE;
  const failure = source && shaping.failures.of(source, position.key);
  const path = source ? [...shaping.path, position.name] : [...shaping.path];
  if (failure) shaping.errors.push(failure.at(path, position.nodes));
  else if (!isExplained(path, shaping.errors)) {
    const message = `Cannot return null for non-nullable field ${position.parent}.${position.field}.`;
    const error = badResponse(message, path, position);
    if (source && shaping.failures.isUnknown(source)) shaping.unsaid = error;
    else shaping.errors.push(error);
  }
  return BUBBLE;
}

/** What becomes of a place whose value cannot be: null where that is allowed. */
export function withoutValue(shaping: Shaping, isRequired: boolean): typeof BUBBLE | null {
  const { unsaid } = shaping;
  if (unsaid) {
    shaping.unsaid = undefined;
    if (isRequired) shaping.errors.push(unsaid);
  }
  return isRequired ? BUBBLE : null;
}

/** A value of a wrong type is no value, and said to be wrong. */
export function invalid({ position, shaping, what }: { position: Position; shaping: Shaping; what: string }) {
  if (shaping.errors.length >= MAX_ERRORS) return BUBBLE;
  const message = `Invalid ${what} found for field ${position.parent}.${position.field}.`;
  shaping.errors.push(badResponse(message, [...shaping.path], position));
  return BUBBLE;
}

function badResponse(message: string, path: Path, { nodes }: Position): GraphQLError {
  return new GraphQLError(message, { nodes, path, extensions: { code: 'SUBGRAPH_BAD_RESPONSE' } });
}

/** A null that came about by an error above or below it has been told already; `@` stands for every item of a list. */
function isExplained(path: Path, errors: readonly GraphQLError[]): boolean {
  return errors.some((error) => {
    const told = error.path ?? [];
    const shared = Math.min(told.length, path.length);
    return (
      error.path !== undefined && told.slice(0, shared).every((part, index) => part === path[index] || part === '@')
    );
  });
}

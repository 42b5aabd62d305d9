import { forbidden, unauthenticated } from '@nexus/kit/errors';
import { GraphQLError } from 'graphql';
import type { RefusedSelection } from './refused-selections.ts';

/** The variables of a request after coercion, defaults filled in. */
export type CoercedVariables = Readonly<Record<string, unknown>>;

/** A refused place, and whether signing in is (a part of) what it takes. */
export type Refusal = RefusedSelection & { needsSignIn: boolean };

/** Those of the refused fields that a request really selects. */
export function refusedBy(refusals: readonly Refusal[], variables: CoercedVariables): Refusal[] {
  return refusals.filter(({ conditions }) =>
    // A variable that is no boolean, which cannot be, does not hide an error.
    conditions.every(({ variable, value }) => variables[variable] !== !value),
  );
}

export type ErrorCodes = 'router' | 'refusal';

/** One error for each place in the answer, with '@' for list elements in paths, as Apollo Router has them. */
export function errorsAt(refusals: readonly Refusal[], codes: ErrorCodes): GraphQLError[] {
  const places = Map.groupBy(refusals, ({ path }) => path.join('.'));
  return [...places.values()].map((same) => {
    const { message, code } = REASONS[codes](same.some(needsSignIn));
    const nodes = same.map(({ field }) => field);
    return new GraphQLError(message, { nodes, path: same[0]?.path, extensions: { code } });
  });
}

const REASONS: Record<ErrorCodes, (needsSignIn: boolean) => { message: string; code: string }> = {
  router: (needsSignIn) => ({
    message: needsSignIn ? 'Sign in to see this.' : 'You may not see this.',
    code: 'UNAUTHORIZED_FIELD_OR_TYPE',
  }),
  refusal: (needsSignIn) => (needsSignIn ? unauthenticated() : forbidden('This takes another role.')),
};

/** The refusal of a whole operation: UNAUTHENTICATED where signing in is what it takes first, else FORBIDDEN. */
export const refusalOfAll = (refusals: readonly Refusal[]): GraphQLError =>
  refusals.some(needsSignIn) ? unauthenticated() : forbidden('This operation asks for what you may not see.');

const needsSignIn = ({ needsSignIn }: Refusal) => needsSignIn;

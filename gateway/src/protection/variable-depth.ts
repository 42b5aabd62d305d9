import { refuse } from './refusals.ts';

/** Lists and objects inside each other: whoever reads or writes variables follows them down with its stack. */
const MAX_VARIABLE_DEPTH = 50;

/** Refuses variables that are nested too deep, also where a custom scalar takes any value. */
export function refuseDeepVariables(variables: Readonly<Record<string, unknown>>): void {
  let level = Object.values(variables).filter(isHolder);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_VARIABLE_DEPTH) {
      throw refuse('OPERATION_TOO_LARGE', 'The variables of this operation are nested too deep.');
    }
    level = level.flatMap((holder) => Object.values(holder)).filter(isHolder);
  }
}

const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null;

import { difference, nullOf, unordered } from './compare.ts';
import type { Answer } from './operation.ts';

export type Answers = { candidate: Answer; stock: Answer; specification: Answer };

/** Who is right about an operation: a mismatch says what is wrong with the candidate. */
export type Verdict =
  | { kind: 'same' }
  /** The candidate's data and errors are those of the specification, the stock gateway's are not. */
  | { kind: 'stock is wrong'; why: string }
  | { kind: 'mismatch'; why: string };

/** Two errors below one null are one: whoever has found the first need not look for the second. */
const nulls = ({ data, errors }: Answer): string =>
  JSON.stringify([...new Set(errors.map(({ path }) => nullOf(data, path)))].sort());

/** An error of which the specification's answer says the same at the same path, but of other places in the document. */
const isMislocated = (candidate: Answer, specification: Answer): boolean =>
  candidate.errors.some(({ message, path, locations }) => {
    const same = specification.errors.find(
      (other) => other.message === message && JSON.stringify(other.path) === JSON.stringify(path),
    );
    return same && JSON.stringify(same.locations) !== JSON.stringify(locations);
  });

export function judge({ candidate, stock, specification }: Answers): Verdict {
  const hasSpecifiedData = unordered(candidate.data) === unordered(specification.data);
  if (hasSpecifiedData && JSON.stringify(candidate.data) !== JSON.stringify(specification.data)) {
    return { kind: 'mismatch', why: 'names in another order than asked for' };
  }
  if (isMislocated(candidate, specification)) return { kind: 'mismatch', why: 'locations of errors' };
  const why = difference(candidate, stock, specification);
  if (why === undefined) return { kind: 'same' };
  const hasSpecifiedErrors = nulls(candidate) === nulls(specification);
  return { kind: hasSpecifiedData && hasSpecifiedErrors ? 'stock is wrong' : 'mismatch', why };
}

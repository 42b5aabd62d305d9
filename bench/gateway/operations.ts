import { readFileSync } from 'node:fs';

export const OPERATIONS = ['heavy', 'light'] as const;
export type OperationName = (typeof OPERATIONS)[number];

/** `identical`: every request is the same. `unique`: a seed differs in each and reaches every fetch and its answer. */
export const MODES = ['identical', 'unique'] as const;
export type Mode = (typeof MODES)[number];

const documents = new Map(
  OPERATIONS.map((name) => [name, readFileSync(new URL(`${name}.graphql`, import.meta.url), 'utf8')]),
);

/** Makes request bodies. Seeds have one length, so all answers of an operation have. */
export function createBodies(operation: OperationName, mode: Mode): () => string {
  const query = documents.get(operation);
  // A run of its own: what an earlier one left in a cache must not be found.
  let next = mode === 'identical' ? 0 : Math.floor(Math.random() * 36 ** 9);
  return () => {
    const seed = `seed-${next.toString(36).padStart(10, '0')}`;
    if (mode === 'unique') next += 1;
    return JSON.stringify({ query, variables: { seed } });
  };
}

import type { CountChange } from '../count/count.ts';

type Counted = Omit<CountChange, 'value'>;

/** One change for each distinct subject and name: as many as it occurs. */
export function sumUp(things: readonly Counted[]): CountChange[] {
  const groups = Map.groupBy(things, ({ subjectId, name }) => `${subjectId} ${name}`);
  return [...groups.values()].flatMap((same) => same.slice(0, 1).map((one) => ({ ...one, value: same.length })));
}

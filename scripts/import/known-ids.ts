import { ImportError, type Place } from './lines.ts';

/** What has come before in an import, by the source's ids. */
export type KnownIds<Value> = {
  add(external: string, value: Value, place: Place): Value;
  find(external: string, place: Place): Value;
  entries(): Iterable<[external: string, value: Value]>;
};

/** Ids of one kind; an id that comes twice, or is asked for before it came, stops the import. */
export function knownIds<Value>(kind: string): KnownIds<Value> {
  const known = new Map<string, Value>();
  return {
    add: (external, value, place) => {
      if (known.has(external)) throw new ImportError(place, `The ${kind} ${external} has come before.`);
      known.set(external, value);
      return value;
    },
    find: (external, place) => {
      const value = known.get(external);
      if (value === undefined) throw new ImportError(place, `No ${kind} ${external} has come before this line.`);
      return value;
    },
    entries: () => known,
  };
}

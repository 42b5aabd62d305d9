import type { Source } from '../source.ts';

/**
 * Adds what a subgraph delivered, of these names only, to an object that others have filled before. Objects and lists of
 * equal length are merged; everything else is replaced.
 */
export function mergeInto(target: Source, delivered: Source, names: Iterable<string> = Object.keys(delivered)): void {
  for (const name of names) {
    const value = Object.hasOwn(delivered, name) ? delivered[name] : undefined;
    if (value === undefined) continue;
    // Assigned, this key would be the prototype, which a merge must never reach.
    if (name === '__proto__') setOwn(target, name, value);
    else target[name] = typeof value === 'object' && value !== null ? merged(target[name], value) : value;
  }
}

function merged(known: unknown, value: object): unknown {
  if (typeof known !== 'object' || known === null || known === value) return value;
  if (Array.isArray(known) || Array.isArray(value)) return mergedLists(known, value);
  mergeInto(known as Source, value as Source);
  return known;
}

function mergedLists(known: object, value: object): unknown {
  if (!Array.isArray(known) || !Array.isArray(value) || known.length !== value.length) return value;
  for (const [index, item] of value.entries()) {
    known[index] = typeof item === 'object' && item !== null ? merged(known[index], item) : item;
  }
  return known;
}

/** A copy of JSON that shares nothing with the original; several times as fast as `structuredClone`. */
export function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  const copy: Source = {};
  mergeInto(copy, value as Source);
  for (const key in copy) if (typeof copy[key] === 'object') copy[key] = copyOf(copy[key]);
  return copy;
}

/** Sets a property of any name as an object's own. */
export function setOwn(target: Source, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

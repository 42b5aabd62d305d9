import { hash } from 'node:crypto';

/** A whole number from 0 to `below` - 1, always the same for a seed. */
export function numberFrom(seed: string, below: number): number {
  return Number.parseInt(hash('sha256', seed).slice(0, 12), 16) % below;
}

/** One of some things, always the same for a seed. */
export function oneOf<Item>(seed: string, items: readonly [Item, ...Item[]]): Item {
  return items[numberFrom(seed, items.length)] ?? items[0];
}

/** A UUID of version 7 from the year 2025, always the same for a seed. */
export function uuidFrom(seed: string): string {
  const at = (Date.UTC(2025, 0) + numberFrom(`${seed} at`, YEAR_MS)).toString(16).padStart(12, '0');
  const random = hash('sha256', seed);
  return [at.slice(0, 8), at.slice(8), `7${random.slice(0, 3)}`, `8${random.slice(3, 6)}`, random.slice(6, 18)].join(
    '-',
  );
}

const YEAR_MS = 365 * 24 * 3_600_000;

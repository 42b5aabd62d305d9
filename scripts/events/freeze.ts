import { existsSync, writeFileSync } from 'node:fs';
import { events } from '@nexus/contracts/events';
import { FROZEN_FILE, findBrokenPromises, readFrozenEvents, schemasOf } from '@nexus/contracts/frozen-events';

/** Adds the events that are not frozen yet; what is frozen stays as it is, and whoever changed it is told. */
export function freeze(): void {
  const frozen = existsSync(FROZEN_FILE) ? readFrozenEvents() : {};
  const all = { ...schemasOf(events), ...frozen };
  const sorted = Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(FROZEN_FILE, `${JSON.stringify(sorted, null, 2)}\n`);
  console.log(
    `Frozen: ${Object.keys(all).length} events, ${Object.keys(all).length - Object.keys(frozen).length} new.`,
  );

  for (const sentence of findBrokenPromises(events, all)) {
    console.error(sentence);
    process.exitCode = 1;
  }
}

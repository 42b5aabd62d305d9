/**
 * Compares the three subgraphs' schemas: copies equal their owners, counters equal rows, feeds hold what there is, nothing
 * is left of the forgotten. Prints what differs, at most 20 of each kind, and then ends with 1.
 *
 *   npm run invariants
 */
import { readSettings } from '@nexus/contracts/settings';
import { openInfrastructure } from '@nexus/kit/infrastructure';
import { runCommand } from '@nexus/kit/process';
import { findBroken } from './invariants/run.ts';

await runCommand(async (resources) => {
  const { databaseUrl } = await openInfrastructure({ ...readSettings(), migrate: true }, resources);
  for (const { name, differences } of await findBroken(databaseUrl)) {
    console.log(`${differences.length === 0 ? '✓' : '✗'} ${name}`);
    for (const { subject, what } of differences) console.log(`    ${subject}: ${what}`);
    if (differences.length > 0) process.exitCode = 1;
  }
});

import { setTimeout as delay } from 'node:timers/promises';
import { findDrift } from '../checks/drift.ts';
import { type Stand, startStand } from '../machinery/stand.ts';
import { compareModels } from './compare.ts';
import { runRace } from './race.ts';

const CONVERGENCE_MS = 30_000;
const SHOWN = 20;

/** Runs the race on a stand of its own and prints what came of it; says whether all was as the models have it. */
export async function runRaces(operations: number, seed: number): Promise<boolean> {
  await using stand = await startStand({ shape: 'one' });
  const started = performance.now();
  const race = await runRace(stand.nexus.gateway, operations, seed);
  const seconds = (performance.now() - started) / 1_000;
  const deviations = [...race.deviations, ...(await settle(stand, race.models))];
  const done = race.acked + race.refused;
  console.log(
    `${done} operations in ${seconds.toFixed(0)} s (${race.refused} of them rightly refused), ${deviations.length} deviations`,
  );
  for (const deviation of deviations.slice(0, SHOWN)) console.log(`    ${deviation}`);
  return deviations.length === 0;
}

/** Waits until the database is as the models and its own counts have it; what still differs after that. */
export async function settle(
  stand: Pick<Stand, 'postgres'>,
  models: Parameters<typeof compareModels>[1],
): Promise<string[]> {
  const sql = stand.postgres.sql();
  let found: string[] = [];
  for (const deadline = Date.now() + CONVERGENCE_MS; Date.now() < deadline; await delay(200)) {
    found = [...(await compareModels(sql, models)), ...(await findDrift(stand.postgres))];
    if (found.length === 0) break;
  }
  return found;
}

import { setTimeout as delay } from 'node:timers/promises';
import { findDrift } from './checks/drift.ts';
import { compareHistory } from './checks/history-check.ts';
import { findRepetitions } from './checks/ledger.ts';
import { findLeaks } from './checks/privacy.ts';
import type { Stand } from './machinery/stand.ts';
import type { Scenario } from './scenario.ts';
import { lateOf, type Verdict } from './verdict.ts';
import { type Entry, isRead, slowest } from './work/history.ts';
import { type Load, startLoad } from './work/load.ts';
import { createRandom, seedOf } from './work/random.ts';
import { createWorld, type People, refresh } from './work/world.ts';

const BEFORE_MS = 2_500;
const RECOVERY_MS = 10_000;
const CONVERGENCE_MS = 30_000;

/** `round` keeps apart the things of scenarios that run on one stand. */
export type Setting = { stand: Stand; people: People; seed: number; round: number };

/** Runs a scenario: work as usual, the fault in the midst of it, until throughput is back; then all is compared. */
export async function runScenario(scenario: Scenario, { stand, people, seed, round }: Setting): Promise<Verdict> {
  const { gateway } = stand.nexus;
  await refresh(gateway, people);
  const world = await createWorld(gateway, people);
  const title = `${round}-${scenario.name}`;
  const load = startLoad({ gateway, world, seed: seedOf(seed, scenario.name), title });

  await delay(BEFORE_MS);
  const usual = load.rate(BEFORE_MS - 500);
  const random = createRandom(seedOf(seed, `${scenario.name} fault`));
  const failed = await scenario.fault(stand, random).then(
    () => [],
    (error: unknown) => [`the fault itself failed: ${error}`],
  );
  const recoveredMs = await recover(load, usual);
  await load.stop();

  const drift = await converge(stand);
  const sql = stand.postgres.sql();
  const { lost, twice, wrong } = await compareHistory(sql, load.history, title);
  const leaks = await findLeaks(gateway, round).catch((error: unknown) => [`privacy is not known: ${error}`]);
  const offences = stand.nexus.services.flatMap((service) => service.takeOffences());
  const verdict = {
    scenario: scenario.name,
    ...measure(load.history),
    lost,
    twice: [...twice, ...(await findRepetitions(sql))],
    drift,
    wrong: [...failed, ...new Set(wrong), ...leaks, ...offences],
    recoveredMs,
  };
  return { ...verdict, late: lateOf(verdict) };
}

function measure(history: readonly Entry[]) {
  return {
    acked: history.filter(({ outcome }) => outcome === 'acked').length,
    unknown: history.filter(({ outcome }) => outcome === 'unknown').length,
    slowestQueryMs: slowest(history.filter(isRead)),
    slowestMutationMs: slowest(history.filter((entry) => !isRead(entry))),
  };
}

/** How long after the end of the fault half of the usual throughput is back. */
async function recover(load: Load, usual: number): Promise<number | undefined> {
  const since = performance.now();
  while (performance.now() < since + RECOVERY_MS) {
    await delay(250);
    const isMeasured = performance.now() > since + 1_000;
    if (isMeasured && load.rate(1_000) >= usual / 2) return performance.now() - since - 1_000;
  }
  return undefined;
}

/** Waits until all counts and copies agree; what still differs after that is drift. */
async function converge({ postgres }: Stand): Promise<string[]> {
  let drift: string[] = [];
  for (const deadline = Date.now() + CONVERGENCE_MS; Date.now() < deadline; await delay(200)) {
    drift = await findDrift(postgres);
    if (drift.length === 0) break;
  }
  return drift;
}

import { openLedger } from './checks/ledger.ts';
import { type StandOptions, startStand } from './machinery/stand.ts';
import { runScenario } from './run-scenario.ts';
import type { Scenario } from './scenario.ts';
import { faultsOf, type Verdict } from './verdict.ts';
import { signUpPeople } from './work/world.ts';

type Told = (scenario: Scenario, verdict: Verdict | undefined) => void;

/** Runs scenarios; those of one shape share a stand, and after one that failed the next gets a new one. */
export async function runAll(scenarios: readonly Scenario[], seed: number, tell: Told): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  const rest = [...scenarios].sort((one, other) => other.shape.localeCompare(one.shape));
  while (rest[0]) {
    const stretch = rest.filter(({ shape }) => shape === rest[0]?.shape);
    for await (const [scenario, verdict] of runStretch(stretch, { seed, round: scenarios.length - rest.length })) {
      rest.shift();
      tell(scenario, verdict);
      if (!verdict) continue;
      verdicts.push(verdict);
      if (faultsOf(verdict).length > 0) break;
    }
  }
  return verdicts;
}

type Stretch = { seed: number; round?: number; options?: Omit<StandOptions, 'shape'> };

/** Runs scenarios of one shape on one stand; undefined is the verdict of one that lacks a Redis. */
export async function* runStretch(
  scenarios: readonly Scenario[],
  { seed, round = 0, options = {} }: Stretch,
): AsyncGenerator<[Scenario, Verdict | undefined]> {
  const shape = scenarios[0]?.shape ?? 'one';
  await using stand = await startStand({ shape, ...options });
  await openLedger(stand.postgres.sql());
  const people = await signUpPeople(stand.nexus.gateway);
  for (const [index, scenario] of scenarios.entries()) {
    const isPossible = !scenario.needsRedis || stand.redis !== undefined;
    const setting = { stand, people, seed, round: round + index };
    yield [scenario, isPossible ? await runScenario(scenario, setting) : undefined];
  }
}

import { parseArgs } from 'node:util';
import { reasonOf } from '@nexus/kit/reasons';
import { StartupError } from '@nexus/kit/startup-error';
import { openLedger } from './checks/ledger.ts';
import { startStand } from './machinery/stand.ts';
import { runScenario, type Setting } from './run-scenario.ts';
import type { Scenario } from './scenario.ts';
import { SCENARIOS } from './scenarios.ts';
import { faultsOf, tableOf, type Verdict } from './verdict.ts';
import { signUpPeople } from './work/world.ts';

const OPTIONS = {
  scenario: { type: 'string', multiple: true },
  seed: { type: 'string' },
  list: { type: 'boolean', default: false },
} as const;

/** Runs the scenarios that are asked for, all of them by default, and prints what came of them. */
export async function runChaos(args: string[]): Promise<void> {
  const { values } = parse(args);
  if (values.list) return console.log(SCENARIOS.map(({ name, title }) => `${name.padEnd(24)} ${title}`).join('\n'));
  const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
  console.log(`seed ${seed}: --seed ${seed} does the same again\n`);
  const verdicts = await runAll(choose(values.scenario), seed);
  console.log(`\n${tableOf(verdicts)}`);
  if (verdicts.some((verdict) => faultsOf(verdict).length > 0)) process.exitCode = 1;
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS });
  } catch (error) {
    throw new StartupError(reasonOf(error));
  }
}

function choose(names: readonly string[] | undefined): Scenario[] {
  if (!names) return [...SCENARIOS];
  return names.map((name) => {
    const found = SCENARIOS.find((scenario) => scenario.name === name);
    if (!found) throw new StartupError(`There is no scenario ${name}: npm run chaos -- --list`);
    return found;
  });
}

/** All scenarios of one shape share a stand, one after the other; after one that failed the next gets a new one. */
async function runAll(scenarios: readonly Scenario[], seed: number): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  let rest = [...scenarios].sort((one, other) => other.shape.localeCompare(one.shape));
  while (rest[0]) {
    const { shape } = rest[0];
    await using stand = await startStand({ shape });
    await openLedger(stand.postgres.sql());
    const people = await signUpPeople(stand.nexus.gateway);
    while (rest[0]?.shape === shape) {
      const [next, ...others] = rest;
      rest = others;
      const verdict = await runOne(next, { stand, people, seed, round: verdicts.length });
      verdicts.push(verdict);
      if (faultsOf(verdict).length > 0) break;
    }
  }
  return verdicts;
}

const SHOWN = 8;

async function runOne(scenario: Scenario, setting: Setting): Promise<Verdict> {
  const started = performance.now();
  const verdict = await runScenario(scenario, setting);
  const faults = faultsOf(verdict);
  const took = ((performance.now() - started) / 1_000).toFixed(1);
  console.log(`${faults.length === 0 ? '✓' : '✗'} ${scenario.name}: ${scenario.title} (${took} s)`);
  for (const fault of faults.slice(0, SHOWN)) console.log(`    ${fault}`);
  if (faults.length > SHOWN) console.log(`    and ${faults.length - SHOWN} more`);
  return verdict;
}

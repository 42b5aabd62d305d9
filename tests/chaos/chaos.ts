import { readCommandLine } from '@nexus/kit/command-line';
import { StartupError } from '@nexus/kit/startup-error';
import { runRaces } from './races/run-races.ts';
import { runAll } from './run-all.ts';
import { runControls } from './run-controls.ts';
import { CONTROLS } from './sabotage/controls.ts';
import type { Scenario } from './scenario.ts';
import { SCENARIOS } from './scenarios.ts';
import { faultsOf, tableOf, type Verdict } from './verdict.ts';

const USAGE = 'Usage: npm run chaos -- [--list] [--scenario NAME] [--seed N] [--controls]';

const OPTIONS = {
  scenario: { type: 'string', multiple: true },
  controls: { type: 'boolean', default: false },
  seed: { type: 'string' },
  list: { type: 'boolean', default: false },
} as const;

const RACES = {
  name: 'races',
  title: 'No fault: 8 people, 2,000 operations each, compared with a model',
  operations: 2_000,
};

/** Runs what is asked for, all scenarios by default, and prints what came of it; exit code 1 when something did not hold. */
export async function runChaos(args: string[]): Promise<void> {
  const { values } = parse(args);
  if (values.list) return console.log(list());
  const seed = readSeed(values.seed);
  console.log(`seed ${seed}; --seed ${seed} has people and faults do the same again\n`);
  const hasHeld = await run(values, seed);
  if (!hasHeld) process.exitCode = 1;
}

function run({ controls, scenario: names }: ReturnType<typeof parse>['values'], seed: number): Promise<boolean> {
  if (controls) return runControls(choose(CONTROLS, names), seed);
  if (names?.includes(RACES.name)) return runRaces(RACES.operations, seed);
  return runScenarios(choose(SCENARIOS, names), seed);
}

function parse(args: string[]) {
  return readCommandLine(USAGE, { args, options: OPTIONS });
}

function list(): string {
  const line = ({ name, title }: { name: string; title: string }) => `  ${name.padEnd(22)} ${title}`;
  return ['Scenarios:', ...[...SCENARIOS, RACES].map(line), 'Controls:', ...CONTROLS.map(line)].join('\n');
}

function readSeed(given: string | undefined): number {
  if (given === undefined) return Math.floor(Math.random() * 2 ** 31);
  if (!/^\d{1,10}$/.test(given)) throw new StartupError('A seed is a whole number.');
  return Number(given);
}

function choose<Named extends { name: string }>(all: readonly Named[], names: readonly string[] | undefined): Named[] {
  return (names ?? all.map(({ name }) => name)).map((name) => {
    const found = all.find((one) => one.name === name);
    if (!found) throw new StartupError(`There is no ${name}: npm run chaos -- --list`);
    return found;
  });
}

async function runScenarios(scenarios: readonly Scenario[], seed: number): Promise<boolean> {
  const verdicts = await runAll(scenarios, seed, tell);
  console.log(`\n${tableOf(verdicts)}`);
  return verdicts.every((verdict) => faultsOf(verdict).length === 0);
}

const SHOWN = 8;

function tell({ name, title }: Scenario, verdict: Verdict | undefined): void {
  const faults = verdict ? faultsOf(verdict) : ['skipped: no redis-server is installed'];
  const sign = verdict ? (faults.length === 0 ? '✓' : '✗') : '-';
  console.log(`${sign} ${name}: ${title}`);
  for (const fault of faults.slice(0, SHOWN)) console.log(`    ${fault}`);
  if (faults.length > SHOWN) console.log(`    and ${faults.length - SHOWN} more`);
}

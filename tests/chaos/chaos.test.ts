import { readFile } from 'node:fs/promises';
import { sized } from '@nexus/kit/testing/thoroughness';
import { expect, test } from 'vitest';
import { startStand } from './machinery/stand.ts';
import { runRace } from './races/race.ts';
import { settle } from './races/run-races.ts';
import { runStretch } from './run-all.ts';
import { BREAKS } from './sabotage/breaks.ts';
import { SCENARIOS } from './scenarios.ts';
import { faultsOf } from './verdict.ts';

const SEED = 1;
/** Of each; `npm run chaos` lets them do more. */
const OPERATIONS = sized({ thorough: 40, daily: 20 });

test('nothing acknowledged is lost or done twice when PostgreSQL is stopped in the midst of work', async () => {
  const scenarios = SCENARIOS.filter(({ name }) => name === 'postgres-stop');

  for await (const [, verdict] of runStretch(scenarios, { seed: SEED })) {
    expect(verdict && faultsOf(verdict)).toEqual([]);
    expect(verdict?.acked).toBeGreaterThan(20);
  }
}, 120_000);

test.each(Object.entries(BREAKS))(
  'the broken build %s still finds what it breaks',
  async (_, { file, find, replace }) => {
    const source = await readFile(file, 'utf8');
    expect(source.replace(find, () => replace)).not.toBe(source);
  },
);

test('eight people who like, follow, block and delete at once find all as their own doings left it', async () => {
  await using stand = await startStand({ shape: 'one' });

  const race = await runRace(stand.nexus.gateway, OPERATIONS, SEED);

  expect(race.deviations).toEqual([]);
  expect(await settle(stand, race.models)).toEqual([]);
}, 120_000);

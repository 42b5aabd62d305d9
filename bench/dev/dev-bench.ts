import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readCommandLine, readNumber } from '@nexus/kit/command-line';
import { readEnv } from '@nexus/kit/env';
import { z } from 'zod';
import { copyHouse } from './copy-house.ts';
import { type Edit, editResolver, editSchema, prepareEdits } from './edits.ts';
import { startDev } from './running-dev.ts';

const USAGE = 'Usage: npm run bench -- dev [--edits 20]';
/** Between two edits: what an editor's save interrupts is another matter. */
const REST_MS = 400;
/** Nobody saves in the first seconds; development uses them to rehearse. */
const FIRST_SECONDS_MS = 10_000;
const POLL_MS = 10;
const PATIENCE_MS = 20_000;

/** Edits a copy of posts under `npm run dev -- posts` and prints how long it takes from save to answer. */
export async function benchDev(args: string[], resources: AsyncDisposableStack): Promise<void> {
  const { values } = readCommandLine(USAGE, { args, options: { edits: { type: 'string', default: '20' } } });
  const edits = readNumber('--edits', values.edits, { from: 1, to: 1_000 });
  const folder = await mkdtemp(join(tmpdir(), 'nexus-bench-dev-'));
  resources.defer(() => rm(folder, { recursive: true, force: true }));
  const house = join(folder, 'house');
  await copyHouse(house);
  await prepareEdits(house);
  const { PATH, HOME } = readEnv({ PATH: z.string(), HOME: z.string().default('') });
  const env = { PATH, HOME, DATA_DIR: join(folder, 'data') };
  const dev = await startDev({ house, args: ['posts', '--port', '0'], env });
  resources.defer(async () => void (await dev.end()));

  await delay(FIRST_SECONDS_MS);
  const schema = await measure(edits, (turn) => editSchema(house, turn), dev.gateway);
  const resolver = await measure(edits, (turn) => editResolver(house, turn), dev.gateway);
  console.log(`| from save to answer, ${edits} edits | median | worst |\n|---|---|---|`);
  console.log(rowOf('of schema.graphql: composed, posts started, supergraph replaced', schema));
  console.log(rowOf('of a resolver: posts started', resolver));
}

/** Milliseconds of each edit, from before the write to the first answer that shows it. */
async function measure(edits: number, edit: (turn: number) => Edit, gateway: string): Promise<number[]> {
  const took: number[] = [];
  for (let turn = 1; turn <= edits; turn += 1) {
    const { save, query, isServed } = edit(turn);
    await delay(REST_MS);
    const began = performance.now();
    await save();
    while (!isServed(await ask(gateway, query))) {
      if (performance.now() - began > PATIENCE_MS) throw new Error(`${query} was not answered in time.`);
      await delay(POLL_MS);
    }
    took.push(performance.now() - began);
    console.error(`${query}: ${took.at(-1)?.toFixed(0)} ms`);
  }
  return took;
}

async function ask(gateway: string, query: string): Promise<Record<string, unknown>> {
  const response = await fetch(`${gateway}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = z
    .object({ data: z.record(z.string(), z.unknown()).nullish(), errors: z.unknown().optional() })
    .parse(await response.json());
  return errors === undefined ? (data ?? {}) : {};
}

function rowOf(what: string, took: readonly number[]): string {
  const sorted = took.toSorted((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return `| ${what} | ${median.toFixed(0)} ms | ${(sorted.at(-1) ?? 0).toFixed(0)} ms |`;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { endWithTest } from '@nexus/kit/testing/child-process';
import { GraphQLError, parse } from 'graphql';
import { expect, test } from 'vitest';
import { createPlanner, type PlannerOptions } from '../src/query-planner/planner.ts';
import { longestDelay } from './event-loop-delay.ts';
import { explodingGraph, explodingOperation } from './exploding-graph.ts';

const NEXUS = await readFile(new URL('../supergraph.graphql', import.meta.url), 'utf8');
const OPERATIONS = fileURLToPath(new URL('../../operations', import.meta.url));
const PLANNER = new URL('../src/query-planner/planner.ts', import.meta.url).href;

/** With more patience than users have: the planner's thread lets all else on the machine go first. */
async function startPlanner(sdl: string, options: PlannerOptions = {}) {
  const { planner } = await createPlanner(sdl, { maxWaitMs: 20_000, ...options });
  return {
    plan: (document: string, overrides = {}) => planner.plan({ document, operationName: undefined, overrides }),
    close: planner.close,
    [Symbol.asyncDispose]: planner.close,
  };
}

const codeOf = (error: unknown) => (error instanceof GraphQLError ? error.extensions.code : error);

/** The operations of `operations/`, and one that the gateway answers by itself. */
async function ownOperations(): Promise<string[]> {
  const files = await Array.fromAsync(glob('*.graphql', { cwd: OPERATIONS }));
  const texts = await Promise.all(files.map((file) => readFile(join(OPERATIONS, file), 'utf8')));
  return [...texts, '{ __schema { queryType { name } } }'];
}

test('a plan is the one Apollo makes, as plain data', async () => {
  await using planner = await startPlanner(NEXUS);
  const supergraph = Supergraph.buildForTests(NEXUS);
  const apollo = new QueryPlanner(supergraph);

  for (const document of await ownOperations()) {
    const expected = apollo.buildQueryPlan(operationFromDocument(supergraph.apiSchema(), parse(document)));
    expect(await planner.plan(document)).toEqual(structuredClone(expected));
  }
});

test('an operation that cannot be planned is refused with the reason', async () => {
  await using planner = await startPlanner(NEXUS);

  await expect(planner.plan('{ nothing }')).rejects.toThrow('Cannot query field "nothing" on type "Query".');
  await expect(planner.plan('{ nothing }')).rejects.toBeInstanceOf(GraphQLError);
});

test('an operation that explodes is refused while others are answered and nothing is held up', async () => {
  await using planner = await startPlanner(explodingGraph(), { timeLimitMs: 500 });

  const delay = await longestDelay(async (run) => {
    const exploding = planner.plan(explodingOperation(run)).catch(codeOf);
    const others = await Promise.all(['s0', 's1', 's2'].map((name) => planner.plan(`{ own_${name} }`)));

    expect(await exploding).toBe('OPERATION_TOO_COMPLEX');
    expect(others.map(({ node }) => node?.kind)).toEqual(['Fetch', 'Fetch', 'Fetch']);
  });

  expect(delay).toBeLessThan(50);
});

test('an operation that fills the memory is refused before the process dies', async () => {
  await using planner = await startPlanner(explodingGraph(), { timeLimitMs: 60_000, memoryLimitMb: 64 });

  expect(await planner.plan(explodingOperation()).catch(codeOf)).toBe('OPERATION_TOO_COMPLEX');
  expect(await planner.plan('{ own_s0 }')).toMatchObject({ node: { kind: 'Fetch' } });
});

test('an operation that was too complex once is refused at once', async () => {
  const timeLimitMs = 300;
  await using planner = await startPlanner(explodingGraph(), { timeLimitMs });
  await planner.plan(explodingOperation()).catch(codeOf);

  const asked = performance.now();
  const again = await planner.plan(explodingOperation()).catch(codeOf);

  expect(again).toBe('OPERATION_TOO_COMPLEX');
  expect(performance.now() - asked).toBeLessThan(timeLimitMs);
});

test('an operation that has waited too long for its turn is refused', async () => {
  await using planner = await startPlanner(explodingGraph(), { timeLimitMs: 500, maxWaitMs: 100 });

  const exploding = planner.plan(explodingOperation()).catch(codeOf);
  const late = planner.plan(explodingOperation(1)).catch(codeOf);

  expect([await exploding, await late]).toEqual(['OPERATION_TOO_COMPLEX', 'SERVICE_UNAVAILABLE']);
  expect(await planner.plan('{ own_s0 }')).toMatchObject({ node: { kind: 'Fetch' } });
});

test('a small operation does not wait behind many large ones', async () => {
  await using planner = await startPlanner(explodingGraph());
  const ended: unknown[] = [];
  const waits: number[] = [];
  const exploding = Array.from({ length: 20 }, (_, run) =>
    planner.plan(explodingOperation(run)).catch((error) => ended.push(codeOf(error))),
  );

  for (const name of ['s0', 's1', 's2']) {
    const asked = performance.now();
    expect(await planner.plan(`{ own_${name} }`)).toMatchObject({ node: { kind: 'Fetch' } });
    waits.push(performance.now() - asked);
  }

  expect(ended.filter((code) => code === 'OPERATION_TOO_COMPLEX').length).toBeLessThan(4);
  expect(Math.min(...waits)).toBeLessThan(1_500);
  await planner.close();
  await Promise.all(exploding);
  expect(ended).toHaveLength(20);
});

test('an operation leaves when its time is over, while another one is planned', async () => {
  await using planner = await startPlanner(explodingGraph(), { timeLimitMs: 800, maxWaitMs: 100 });
  const exploding = planner.plan(explodingOperation()).catch(codeOf);

  const asked = performance.now();
  const late = await planner.plan(explodingOperation(1)).catch((error) => error);

  expect(performance.now() - asked).toBeLessThan(500);
  expect(codeOf(late)).toBe('SERVICE_UNAVAILABLE');
  expect(late.message).toBe('The operation waited too long to be planned. Try again.');
  expect(await exploding).toBe('OPERATION_TOO_COMPLEX');
});

test('a large operation has its turn though small ones keep coming', async () => {
  await using planner = await startPlanner(NEXUS);
  const ended: string[] = [];
  const ask = (document: string, name: string) => planner.plan(document).then(() => ended.push(name));

  const first = ask('{ first: viewer { id } }', 'first');
  const large = ask(`{ viewer { id } } #${' '.repeat(1_000)}`, 'large');
  const small = Array.from({ length: 30 }, (_, n) => ask(`{ v${n}: viewer { id } }`, 'small'));
  await Promise.all([first, large, ...small]);

  expect(ended.indexOf('large')).toBe(11);
});

test('more operations than may wait are refused, those that wait are planned', async () => {
  await using planner = await startPlanner(explodingGraph(), { maxWaiting: 2 });
  const asked = ['s0', 's1', 's2', 's3'].map((name) =>
    planner.plan(`{ own_${name} }`).then(({ kind }) => kind, codeOf),
  );

  expect(await Promise.all(asked)).toEqual(['QueryPlan', 'QueryPlan', 'QueryPlan', 'SERVICE_UNAVAILABLE']);
});

test('a closed planner refuses what waits and what comes', async () => {
  const planner = await startPlanner(explodingGraph());
  const asked = [planner.plan(explodingOperation()).catch(codeOf), planner.plan('{ own_s0 }').catch(codeOf)];
  await planner.close();

  expect(await Promise.all([...asked, planner.plan('{ own_s0 }').catch(codeOf)])).toEqual(
    Array(3).fill('SERVICE_UNAVAILABLE'),
  );
});

test.each([
  ['idle', ''],
  ['closed', 'await planner.close();'],
])('a planner that is %s does not keep the process alive', async (_, ending) => {
  const script = `import { readFileSync } from 'node:fs';
    const { createPlanner } = await import('${PLANNER}');
    const { planner } = await createPlanner(readFileSync(0, 'utf8'));
    await planner.plan({ document: '{ viewer { id } }', overrides: {} });
    ${ending}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  endWithTest(child);
  child.stdin?.end(NEXUS);

  expect((await once(child, 'exit'))[0]).toBe(0);
});

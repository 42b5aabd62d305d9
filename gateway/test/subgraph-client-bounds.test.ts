import { EventEmitter, once } from 'node:events';
import { expect, test } from 'vitest';
import { FAULTS } from './fault.ts';
import { operation, outcomeOf, startToySubgraph, type ToySubgraph } from './toy-subgraph.ts';

const LATE = 'SUBGRAPH_TIMEOUT';
const GONE = 'SUBGRAPH_UNAVAILABLE';

/** Lets the subgraph hold its answers back until told. */
function holdBack(toy: ToySubgraph) {
  const doors = new EventEmitter({ captureRejections: true }).setMaxListeners(0);
  toy.answer = async (_, response) => {
    await once(doors, 'open');
    response.end('{"data":{"n":1}}');
  };
  return () => doors.emit('open');
}

const times = <Result>(count: number, make: () => Result): Result[] => Array.from({ length: count }, make);

test('a subgraph is asked a bounded number of things at once; some wait, the rest is refused', async () => {
  await using toy = await startToySubgraph({ concurrency: 2, queue: 3 });
  const open = holdBack(toy);

  const asked = times(6, () => outcomeOf(toy.ask()));
  const refused = await Promise.race(asked);
  await expect.poll(() => toy.calls.length).toBe(2);
  toy.answer = (_, response) => response.end('{"data":{"n":1}}');
  open();

  expect(refused.code).toBe(GONE);
  expect((await Promise.all(asked)).filter(({ code }) => code === 'answered')).toHaveLength(5);
  expect(toy.calls).toHaveLength(5);
});

test('who waits for a turn waits no longer than the deadline, and is not asked for later', async () => {
  await using toy = await startToySubgraph({ concurrency: 1, readMs: 1_000 });
  toy.answer = FAULTS.hanging;

  const first = outcomeOf(toy.ask());
  await expect.poll(() => toy.calls.length).toBe(1);
  const waiting = times(2, () => outcomeOf(toy.ask({ deadline: performance.now() + 50 })));
  const asked = await Promise.all([first, ...waiting]);
  const mutation = await outcomeOf(toy.ask({ operation: operation('mutation'), deadline: performance.now() - 1 }));

  expect(asked.map(({ code }) => code)).toEqual([LATE, LATE, LATE]);
  expect(mutation.message).toMatch(/took too long\. Try again\.$/);
  expect(toy.calls).toHaveLength(1);
});

test("a call ends with its request's deadline", async () => {
  await using toy = await startToySubgraph({ mutationMs: 20_000 });
  toy.answer = FAULTS.hanging;
  const startedAt = performance.now();

  const { code, message } = await outcomeOf(
    toy.ask({ operation: operation('mutation'), deadline: performance.now() + 200 }),
  );

  expect(code).toBe(LATE);
  expect(message).toMatch(/It is not known whether this was done\./);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

test('a subgraph that fails every time is left alone for a second, then asked once', async () => {
  await using toy = await startToySubgraph();
  const { answer } = toy;
  toy.answer = FAULTS['sending HTML with 502'];
  for (const ask of times(10, () => toy.ask)) await outcomeOf(ask());

  const refused = await outcomeOf(toy.ask());
  const asked = toy.calls.length;
  toy.answer = answer;
  await expect.poll(async () => (await outcomeOf(toy.ask())).code, { timeout: 5_000 }).toBe('answered');

  expect([refused.code, asked]).toEqual([GONE, 10]);
  expect(toy.calls).toHaveLength(11);
});

test('a subgraph that fails one time in three is still asked', async () => {
  await using toy = await startToySubgraph();
  const { answer } = toy;
  const asked = [];
  for (let n = 0; n < 45; n += 1) {
    toy.answer = n % 3 === 2 ? FAULTS['sending HTML with 502'] : answer;
    asked.push((await outcomeOf(toy.ask())).code);
  }

  expect(asked.filter((code) => code === 'answered')).toHaveLength(30);
  expect(toy.calls).toHaveLength(45);
});

test('calls that their clients leave do not count against a subgraph', async () => {
  await using toy = await startToySubgraph();
  const { answer } = toy;
  toy.answer = FAULTS.hanging;
  const client = new AbortController();
  const asked = times(40, () => outcomeOf(toy.ask({ signal: client.signal })));
  await expect.poll(() => toy.calls.length).toBe(40);
  client.abort();
  await Promise.all(asked);

  toy.answer = answer;

  expect((await outcomeOf(toy.ask())).code).toBe('answered');
});

test('a client that leaves frees the connections of its calls, without a warning', async () => {
  await using toy = await startToySubgraph({ concurrency: 20 });
  const { answer } = toy;
  toy.answer = FAULTS.hanging;
  const warnings: Error[] = [];
  process.on('warning', (warning) => warnings.push(warning));
  const client = new AbortController();

  const asked = times(30, () => outcomeOf(toy.ask({ signal: client.signal })));
  await expect.poll(() => toy.sockets.size).toBe(20);
  client.abort();
  const codes = new Set((await Promise.all(asked)).map(({ code }) => code));
  await expect.poll(() => toy.sockets.size).toBe(0);
  toy.answer = answer;
  const afterwards = await Promise.all(times(30, () => outcomeOf(toy.ask())));

  expect(codes).toEqual(new Set([LATE]));
  expect(new Set(afterwards.map(({ code }) => code))).toEqual(new Set(['answered']));
  expect((await outcomeOf(toy.ask({ signal: client.signal }))).code).toBe(LATE);
  expect(warnings).toEqual([]);
});

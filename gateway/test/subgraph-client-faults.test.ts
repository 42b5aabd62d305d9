import { expect, test } from 'vitest';
import { FAULTS, type Fault } from './fault.ts';
import { operation, outcomeOf, startToySubgraph } from './toy-subgraph.ts';

const LATE = 'SUBGRAPH_TIMEOUT';
const GONE = 'SUBGRAPH_UNAVAILABLE';
const BAD = 'SUBGRAPH_BAD_RESPONSE';

const CODES: Record<Exclude<Fault, 'sending 10,000 errors'>, string> = {
  hanging: LATE,
  'dripping one byte at a time': LATE,
  resetting: GONE,
  'hanging up': GONE,
  'speaking no HTTP': BAD,
  'sending half JSON': BAD,
  'breaking off': BAD,
  'announcing a wrong length': BAD,
  'sending HTML with 502': BAD,
  'sending HTML with 200': BAD,
  'sending nothing': BAD,
  'sending a list': BAD,
  'sending data of a wrong type': BAD,
  'sending errors of a wrong type': BAD,
  'sending null without a reason': BAD,
  'sending 50 MB': BAD,
  'announcing 50 MB': BAD,
  'sending deep JSON': BAD,
  'sending a million lists': BAD,
  'sending gzip that nobody asked for': BAD,
};

test.each(Object.entries(CODES))('a subgraph %s is told as %s, and asked again afterwards', async (fault, code) => {
  await using toy = await startToySubgraph({ readMs: 500 });
  const { answer } = toy;
  toy.answer = FAULTS[fault as Fault];

  const failed = await outcomeOf(toy.ask());
  toy.answer = answer;
  const afterwards = await toy.ask();

  expect(failed.code).toBe(code);
  expect(failed.message).toMatch(/^A part of the answer .+\. Try again\.$/);
  expect(afterwards.data).toEqual({ n: 1 });
});

test('a subgraph that is not there is told as unavailable, also to a mutation, which was not done', async () => {
  await using toy = await startToySubgraph();
  await toy.stop();

  const read = await outcomeOf(toy.ask());
  const mutation = await outcomeOf(toy.ask({ operation: operation('mutation') }));

  expect([read.code, mutation.code]).toEqual([GONE, GONE]);
  expect(mutation.message).toMatch(/not available right now\. Try again\.$/);
});

test('of 10,000 errors a hundred are kept, without what a subgraph says beside them', async () => {
  await using toy = await startToySubgraph();
  toy.answer = FAULTS['sending 10,000 errors'];

  const { data, errors } = await toy.ask();

  expect(data).toBeNull();
  expect(errors).toHaveLength(100);
  expect(errors[0]).toEqual({ message: 'secret', extensions: { code: 'DATABASE' } });
});

test('more than the allowed bytes are not read', async () => {
  await using toy = await startToySubgraph({ maxAnswerBytes: 1_048_576 });
  const before = process.memoryUsage().arrayBuffers;
  toy.answer = FAULTS['sending 50 MB'];

  const answers = await Promise.all(Array.from({ length: 8 }, () => outcomeOf(toy.ask())));

  expect(new Set(answers.map(({ code }) => code))).toEqual(new Set([BAD]));
  // The server of this process has buffers of its own: 1 MiB of text per connection and more.
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 * 1_048_576);
  await expect.poll(() => toy.sockets.size).toBe(0);
});

test.each([
  [1_000, BAD],
  [990, 'answered'],
])('%i lists in each other are %s', async (levels, told) => {
  await using toy = await startToySubgraph();
  const lists = '['.repeat(levels) + ']'.repeat(levels);
  toy.answer = (_, response) => response.end(`{"data":{"text":"[{","a":${lists}}}`);

  const { code } = await outcomeOf(toy.ask());

  expect(code).toBe(told);
});

test('a wide answer is not a deep one', async () => {
  await using toy = await startToySubgraph();
  const books = Array.from({ length: 20_000 }, (_, id) => ({ id, tags: ['}', '{'] }));
  toy.answer = (_, response) => response.end(JSON.stringify({ data: { books } }));

  const { data } = await toy.ask();

  expect(data).toEqual({ books });
});

test('a refused document and an answer in many pieces are answers', async () => {
  await using toy = await startToySubgraph();
  toy.answer = async (_, response) => {
    response.writeHead(400);
    for (const byte of Buffer.from('{"errors":[{"message":"ünknown field"}],"data":null}')) {
      await new Promise((sent) => response.write(Buffer.from([byte]), sent));
    }
    response.end();
  };

  expect(await toy.ask()).toEqual({ data: null, errors: [{ message: 'ünknown field', extensions: {} }] });
});

import type { ApolloServerPlugin } from '@apollo/server';
import { expect, test } from 'vitest';
import { replaceable, type SmallSubgraphs, startSmallGraph, supergraphOf, told } from './small-graph.ts';

/** A supergraph with these fields, and a subgraph that has had all of them at all times. */
const withFields = (...fields: string[]): SmallSubgraphs => ({
  only: {
    sdl: `type Query { ${fields.map((field) => `${field}: String`).join(' ')} }`,
    answer: ({ text }) => ({ data: Object.fromEntries((text.match(/\w+/g) ?? []).map((word) => [word, word])) }),
  },
});

/** Runs when an operation has been validated and not yet executed. */
const beforeExecution = (act: () => Promise<unknown>): ApolloServerPlugin => ({
  requestDidStart: async () => ({
    didResolveOperation: async () => {
      await act();
    },
  }),
});

async function startReplaceable(act: (replace: (next: SmallSubgraphs) => Promise<void>) => Promise<unknown>) {
  const first = withFields('stays', 'goes');
  const supergraph = replaceable(supergraphOf(first));
  const reasons: string[] = [];
  let switches = 0;
  const replace = async (next: SmallSubgraphs) => {
    const before = [switches, reasons.length].join();
    supergraph.replace(supergraphOf(next));
    await expect.poll(() => [switches, reasons.length].join(), { timeout: 20_000 }).not.toBe(before);
  };
  const graph = await startSmallGraph(first, {
    supergraphSdl: supergraph,
    onSwitch: () => void switches++,
    logger: { info: () => undefined, error: (_: object, reason?: string) => void reasons.push(reason ?? '') },
    plugins: [beforeExecution(() => act(replace))],
  });
  return { ...graph, replace, reasons, supergraph };
}

test('what was validated on a supergraph that has gone is executed on the one that came', async () => {
  let isChanging = true;
  await using graph = await startReplaceable(async (replace) => {
    if (isChanging) await replace(withFields('stays', 'comes'));
    isChanging = false;
  });

  expect(await graph.ask('{ stays }')).toEqual({ data: { stays: 'stays' } });
  expect(await graph.ask('{ comes }')).toEqual({ data: { comes: 'comes' } });
});

test('what the new supergraph has no more is refused, and nothing is asked', async () => {
  let isChanging = true;
  await using graph = await startReplaceable(async (replace) => {
    if (isChanging) await replace(withFields('stays'));
    isChanging = false;
  });

  const answer = await graph.ask('{ goes }');

  expect(answer.data ?? null).toBeNull();
  expect(answer.errors).toMatchObject([{ message: 'Cannot query field "goes" on type "Query".' }]);
  expect(graph.fetches).toEqual([]);
  expect(told(answer)).toHaveLength(1);
});

test('what began on the old supergraph ends on it', async () => {
  const began = Promise.withResolvers<void>();
  const mayAnswer = Promise.withResolvers<void>();
  const slow: SmallSubgraphs = {
    only: {
      sdl: 'type Query { goes: String }',
      answer: async () => {
        began.resolve();
        await mayAnswer.promise;
        return { data: { goes: 'goes' } };
      },
    },
  };
  const supergraph = replaceable(supergraphOf(slow));
  let switches = 0;
  await using graph = await startSmallGraph(slow, { supergraphSdl: supergraph, onSwitch: () => void switches++ });

  const answer = graph.ask('{ goes }');
  await began.promise;
  supergraph.replace(supergraphOf(withFields('stays')));
  await expect.poll(() => switches, { timeout: 20_000 }).toBe(2);
  mayAnswer.resolve();

  expect(await answer).toEqual({ data: { goes: 'goes' } });
});

test('a supergraph that is not usable is refused with its reason, and the good one keeps serving', async () => {
  await using graph = await startReplaceable(async () => undefined);

  graph.supergraph.replace('type Query { stays: String }');
  await expect.poll(() => graph.reasons, { timeout: 20_000 }).toHaveLength(1);

  expect(graph.reasons[0]).toMatch(/^a new supergraph was refused, the old one keeps serving: /);
  expect(await graph.ask('{ stays }')).toEqual({ data: { stays: 'stays' } });
});

test('a supergraph with @fromContext is refused at start', async () => {
  const graph = startSmallGraph({
    only: {
      sdl: `type Query { shelf: Shelf }
        type Shelf @key(fields: "id") @context(name: "shelf") { id: ID! room: String! book: Book }
        type Book @key(fields: "id") { id: ID! at(room: String @fromContext(field: "$shelf { room }")): String }`,
    },
  });

  await expect(graph).rejects.toThrow('it uses @fromContext, which is not supported here');
});

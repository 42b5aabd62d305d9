import { expect, test } from 'vitest';
import { startSmallGraph } from './small-graph.ts';

const DOCUMENT = `
  query Found($words: [String!]) { ...Search }
  query Named { name }
  fragment Search on Query { search(for: { words: $words }) }`;

test('an operation is not asked for the variables of another in its document', async () => {
  const sdl = `type Query { name: String search(for: Wish): String }
    input Wish { words: [String!] }`;
  const search = (_: unknown, wish: { for: { words: string[] } }) => wish.for.words.join();
  await using graph = await startSmallGraph({ one: { sdl, resolvers: { Query: { name: () => 'one', search } } } });

  expect(await graph.ask({ document: DOCUMENT, name: 'Named' })).toEqual({ data: { name: 'one' } });
  expect(await graph.ask({ document: DOCUMENT, name: 'Found' }, { words: ['a', 'b'] })).toEqual({
    data: { search: 'a,b' },
  });
});

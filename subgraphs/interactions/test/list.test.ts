import { encodeId } from '@nexus/contracts/ids';
import { askEntities, introduce, tellOfEdge } from '@nexus/contracts/testing/told';
import { newId } from '@nexus/kit/new-id';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { foldScores } from '../src/comment/comment-score.store.ts';
import { comment, publish, react, startInteractions, uuidOf } from './stage.ts';

test('comments come in three orders, and every page size shows each once', async () => {
  await using interactions = await startInteractions();
  const [ada, bob] = await introduce(interactions, 'ada', 'bob');
  const postId = await publish(interactions, ada);
  const ids: string[] = [];
  for (let number = 0; number < 9; number++) ids.push(await comment(interactions, ada, { postId, text: `${number}` }));
  // Many at the same moment: the id decides.
  await interactions.db.execute(sql`update interactions.comment set created_at = '2026-01-01' where text < '5'`);
  for (const number of [2, 7]) await react(interactions, bob, { targetId: ids[number] ?? '', kind: 'LIKE' });
  await comment(interactions, bob, { postId, parentId: ids[7] ?? '' });
  await foldScores(interactions.db);

  const read = async (sort: string, first: number): Promise<string> => {
    const texts: string[] = [];
    for (let after: string | null = null, hasNext = true; hasNext; ) {
      const args = `sort: ${sort}, first: ${first}${after ? `, after: "${after}"` : ''}`;
      const selection = `comments(${args}) { pageInfo { hasNextPage endCursor } edges { node { text } } }`;
      const [post] = await askEntities(interactions, { typename: 'Post', ids: [postId], selection });
      texts.push(...post.comments.edges.map(({ node }: { node: { text: string } }) => node.text));
      after = post.comments.pageInfo.endCursor;
      hasNext = post.comments.pageInfo.hasNextPage;
    }
    return texts.join('');
  };

  for (const first of [1, 2, 9, 100]) {
    expect(await read('NEWEST', first)).toBe('876543210');
    expect(await read('OLDEST', first)).toBe('012345678');
    expect(await read('TOP', first)).toBe('728654310');
  }
});

test('a forged cursor of TOP tells nothing of a comment that is hidden, or in another list', async () => {
  await using interactions = await startInteractions();
  const [ada, bob, cat] = await introduce(interactions, 'ada', 'bob', 'cat');
  const postId = await publish(interactions, ada);
  const elsewhere = await comment(interactions, ada, { postId: await publish(interactions, ada) });
  const hidden = await comment(interactions, bob, { postId });
  const shown = await comment(interactions, ada, { postId });
  for (const targetId of [hidden, elsewhere]) await react(interactions, ada, { targetId, kind: 'LIKE' });
  await foldScores(interactions.db);
  await tellOfEdge(interactions, [bob, cat], { isFollowing: false, isBlocking: true });
  const after = async (id: string) => {
    const cursor = Buffer.from(['1', Date.now() - 86_400_000, uuidOf('comment', id)].join('|')).toString('base64url');
    const selection = `comments(sort: TOP, after: "${cursor}") { edges { node { id } } }`;
    const [post] = await askEntities(interactions, { typename: 'Post', ids: [postId], selection }, cat.viewer);
    return post.comments.edges;
  };

  const ofNothing = await after(encodeId('comment', newId()));
  expect(ofNothing).toEqual([]);
  expect(await after(hidden)).toEqual(ofNothing);
  expect(await after(elsewhere)).toEqual(ofNothing);
  await react(interactions, ada, { targetId: shown, kind: 'LIKE' });
  await foldScores(interactions.db);
  expect(await after(hidden)).toEqual(ofNothing);
});

test('a foreign cursor and a page too large are refused', async () => {
  await using interactions = await startInteractions();
  const [ada] = await introduce(interactions, 'ada');
  const postId = await publish(interactions, ada);
  const ask = async (args: string) => {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Post { ${args} { totalCount } } } }`;
    const { errors } = await interactions.ask(query, { representations: [{ __typename: 'Post', id: postId }] });
    return errors?.[0]?.extensions.code;
  };
  const forged = Buffer.from('1|99999999999|0|x').toString('base64url');

  expect(await ask('comments(after: "nonsense")')).toBe('BAD_USER_INPUT');
  expect(await ask(`comments(after: "${forged}")`)).toBe('BAD_USER_INPUT');
  expect(await ask(`reactions(after: "${forged}")`)).toBe('BAD_USER_INPUT');
  expect(await ask('shares(first: 101)')).toBe('BAD_USER_INPUT');
  expect(await ask('comments(first: 0)')).toBe('BAD_USER_INPUT');
  expect(await ask('comments(sort: null, first: null)')).toBeUndefined();
});

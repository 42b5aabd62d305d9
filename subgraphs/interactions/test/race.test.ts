import type { TestSubgraph } from '@nexus/contracts/testing';
import { askEntities, introduce, type Person } from '@nexus/contracts/testing/told';
import { foldCounters } from '@nexus/kit/counters';
import { sized } from '@nexus/kit/testing/thoroughness';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { foldScores } from '../src/comment/comment-score.store.ts';
import { counting } from '../src/tables/counts.ts';
import { comment, publish, startInteractions } from './stage.ts';
import { findBrokenThreads, findDrift, findScoreDrift } from './truth.ts';

const WRITERS = 8;
const TURNS = sized({ thorough: 40, daily: 20 });
const handles = Array.from({ length: WRITERS }, (_, number) => `writer${number}`);
type Act = (writer: Person, turn: number) => Promise<{ errors?: unknown }>;

/** Everybody at once, each one act after the other; an act that fails otherwise than by a refusal fails the test. */
async function allAtOnce(writers: readonly Person[], act: Act, turns: number) {
  const playOne = async (writer: Person) => {
    for (let turn = 0; turn < turns; turn++) expect((await act(writer, turn)).errors).toBeUndefined();
  };
  await Promise.all(writers.map(playOne));
}

/** A number below `limit`: different for every writer and turn, the same in every run. */
function choose({ handle }: Person, turn: number, limit: number): number {
  const seed = Math.imul(handles.indexOf(handle) * 7_919 + turn * 104_729 + 12_345, 2_654_435_761) >>> 8;
  return seed % limit;
}

async function foldAll({ db }: TestSubgraph): Promise<void> {
  await foldCounters(db, counting);
  await foldScores(db);
}

test('eight people change their minds about one post and one comment: counts are the rows, before and after folding', async () => {
  await using interactions = await startInteractions();
  const [author, ...writers] = await introduce(interactions, 'author', ...handles);
  const postId = await publish(interactions, author);
  const commentId = await comment(interactions, author, { postId });
  const kinds = ['LIKE', 'LIKE', 'LOVE', 'ANGRY', null, null];
  const mutation = 'mutation ($input: SetReactionInput!) { setReaction(input: $input) { userErrors { message } } }';

  for (let round = 0; round < sized({ thorough: 3, daily: 2 }); round++) {
    const act: Act = (writer, turn) => {
      const number = round * 100 + turn;
      const targetId = choose(writer, number, 2) === 0 ? postId : commentId;
      const input = { targetId, kind: kinds[choose(writer, number + 1, kinds.length)] };
      return interactions.ask(mutation, { input }, writer.viewer);
    };
    await allAtOnce(writers, act, 25);
    expect(await findDrift(interactions.db)).toEqual([]);
    expect(await findScoreDrift(interactions.db)).toEqual([]);
  }

  await foldAll(interactions);
  expect(await findDrift(interactions.db)).toEqual([]);
  expect(await findScoreDrift(interactions.db)).toEqual([]);
  const waiting = await interactions.db.execute(sql`select from interactions.comment_score_delta`);
  expect(waiting).toHaveLength(0);
  const [post] = await askEntities(interactions, {
    typename: 'Post',
    ids: [postId],
    selection: 'reactionCount reactions(first: 100) { totalCount edges { cursor } }',
  });
  expect(post.reactionCount).toBe(post.reactions.edges.length);
});

test('replies and deletions at once leave no orphan, no empty placeholder and exact counts', async () => {
  await using interactions = await startInteractions();
  const [author, ...writers] = await introduce(interactions, 'author', ...handles);
  const postId = await publish(interactions, author);
  const alive = [await comment(interactions, author, { postId })];
  const add = `mutation ($input: AddCommentInput!) { addComment(input: $input) { commentEdge { node { id } } userErrors { code } } }`;
  const remove = 'mutation ($input: CommentTargetInput!) { deleteComment(input: $input) { userErrors { code } } }';
  const like = 'mutation ($input: SetReactionInput!) { setReaction(input: $input) { userErrors { code } } }';

  // Few comments at a time, so that replies, reactions and deletions meet on the same ones.
  await allAtOnce(
    writers,
    async (writer, turn) => {
      const picked = alive[choose(writer, turn, Math.min(alive.length, 4))];
      const act =
        picked === undefined ? 'reply' : ['reply', 'reply', 'react', 'delete', 'delete'][choose(writer, turn + 500, 5)];
      if (act === 'react')
        return await interactions.ask(like, { input: { targetId: picked, kind: 'LIKE' } }, writer.viewer);
      if (act === 'reply') {
        const answer = await interactions.ask(add, { input: { postId, text: 'x', parentId: picked } }, writer.viewer);
        const id = answer.data.addComment.commentEdge?.node.id;
        if (id) alive.unshift(id);
        return answer;
      }
      alive.splice(alive.indexOf(picked ?? ''), 1);
      // The author of the post may delete anything under it.
      return await interactions.ask(remove, { input: { commentId: picked } }, author.viewer);
    },
    TURNS,
  );

  expect(await findBrokenThreads(interactions.db)).toEqual([]);
  expect(await findDrift(interactions.db)).toEqual([]);
  await foldAll(interactions);
  expect(await findDrift(interactions.db)).toEqual([]);
  expect(await findScoreDrift(interactions.db)).toEqual([]);
});

test('one person pressing eight times at once counts once', async () => {
  await using interactions = await startInteractions();
  const [one] = await introduce(interactions, 'one');
  const postId = await publish(interactions, one);
  const press = `mutation ($postId: ID!) {
    setReaction(input: { targetId: $postId, kind: LIKE }) { userErrors { code } }
    sharePost(input: { postId: $postId }) { share { id } userErrors { code } }
  }`;

  await Promise.all(handles.map(() => interactions.ask(press, { postId }, one.viewer)));

  const selection = 'reactionCount shareCount';
  expect(await askEntities(interactions, { typename: 'Post', ids: [postId], selection })).toEqual([
    { reactionCount: 1, shareCount: 1 },
  ]);
  expect(await findDrift(interactions.db)).toEqual([]);
});

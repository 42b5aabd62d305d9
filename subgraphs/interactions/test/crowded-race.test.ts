import type { TestSubgraph } from '@nexus/contracts/testing';
import { introduce, type Person, tellOfEdge, tellOfPerson } from '@nexus/contracts/testing/told';
import { sized } from '@nexus/kit/testing/thoroughness';
import { expect, test, vi } from 'vitest';
import { expectModelFor } from './seen.ts';
import { comment, publish, startInteractions, tellOfPost } from './stage.ts';
import { findBrokenThreads, findDrift, findMiscounted, findScoreDrift } from './truth.ts';

const handles = Array.from({ length: 8 }, (_, number) => `writer${number}`);
const TURNS = sized({ thorough: 60, daily: 25 });

const ADD = `mutation ($input: AddCommentInput!) { addComment(input: $input) { commentEdge { node { id } } userErrors { code } } }`;
const DELETE = 'mutation ($input: CommentTargetInput!) { deleteComment(input: $input) { userErrors { code } } }';
const REACT = 'mutation ($input: SetReactionInput!) { setReaction(input: $input) { userErrors { code } } }';
const SHARE = 'mutation ($postId: ID!) { sharePost(input: { postId: $postId }) { userErrors { code } } }';
const UNSHARE = 'mutation ($postId: ID!) { unsharePost(input: { postId: $postId }) { userErrors { code } } }';

type Scene = { interactions: TestSubgraph; postIds: string[]; alive: string[]; versions: Map<string, number> };

/** Whole numbers below a limit, the same in every run for the same seed (mulberry32). */
function random(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const twice = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((twice ^ (twice >>> 14)) >>> 0) % limit;
  };
}

function nextVersion({ versions }: Scene, key: string): number {
  const version = (versions.get(key) ?? 1) + 1;
  versions.set(key, version);
  return version;
}

/** One random act; whatever fails otherwise than by a refusal fails the test. */
async function actOnce(scene: Scene, [writer, other]: readonly [Person, Person], choose: (limit: number) => number) {
  const { interactions, postIds, alive } = scene;
  const postId = postIds[choose(postIds.length)] ?? '';
  const picked = alive[choose(Math.min(alive.length, 6))];
  const ask = async (query: string, input: object) => {
    const { data, errors } = await interactions.ask(query, { input, postId }, writer.viewer);
    expect(errors).toBeUndefined();
    return data;
  };
  const acts = [
    async () => {
      const { addComment } = await ask(ADD, { postId: postIds[0], parentId: picked, text: 'x' });
      if (addComment.commentEdge) alive.unshift(addComment.commentEdge.node.id);
    },
    () => ask(REACT, { targetId: choose(2) ? postId : picked, kind: ['LIKE', 'LOVE', null][choose(3)] }),
    () => ask(DELETE, { commentId: picked }),
    () => ask(choose(2) ? SHARE : UNSHARE, {}),
    async () => {
      const version = nextVersion(scene, `${writer.id} ${other.id}`);
      const edge = { isFollowing: false, isBlocking: choose(2) === 0, version };
      if (writer !== other) await tellOfEdge(interactions, [writer, other], edge);
    },
    async () => {
      const state = choose(2) === 0 ? 'SUSPENDED' : 'ACTIVE';
      await tellOfPerson(interactions, writer, { state, version: nextVersion(scene, writer.id) });
    },
  ];
  await acts[[0, 0, 0, 1, 1, 1, 2, 3, 4, 5][choose(10)] ?? 0]?.();
}

test('eight people comment, react, share, delete, block and are suspended at once: counts are the rows, and what is seen is the model', async () => {
  await using interactions = await startInteractions();
  const [author, ...writers] = await introduce(interactions, 'author', ...handles);
  const postIds = [await publish(interactions, author), await publish(interactions, author)];
  const alive = [await comment(interactions, author, { postId: postIds[0] ?? '' })];
  const scene: Scene = { interactions, postIds, alive, versions: new Map() };

  const playAll = (writer: Person, index: number) => {
    const choose = random(index + 1);
    const other = () => writers[choose(writers.length)] ?? writer;
    return (async () => {
      for (let turn = 0; turn < TURNS; turn++) await actOnce(scene, [writer, other()], choose);
    })();
  };
  await Promise.all(writers.map(playAll));

  expect(await findDrift(interactions.db)).toEqual([]);
  expect(await findBrokenThreads(interactions.db)).toEqual([]);
  for (const viewer of [...writers.slice(0, 3).map((one) => one.viewer), author.viewer, undefined]) {
    await expectModelFor(interactions, viewer);
  }
  await vi.waitUntil(async () => (await findMiscounted(interactions.db)).length === 0, { timeout: 20_000 });
  expect(await findDrift(interactions.db)).toEqual([]);
  expect(await findScoreDrift(interactions.db)).toEqual([]);
  await expectModelFor(interactions, writers[1]?.viewer);
}, 180_000);

test('reactions and shares that meet the deletion of their post come wholly before it or not at all', async () => {
  await using interactions = await startInteractions();
  const [author, ...writers] = await introduce(interactions, 'author', ...handles);
  for (let round = 0; round < 5; round++) {
    const postId = await publish(interactions, author);
    const press = async ({ viewer }: Person) => {
      await interactions.ask(REACT, { input: { targetId: postId, kind: 'LIKE' } }, viewer);
      await interactions.ask(SHARE, { postId }, viewer);
    };
    const deletion = tellOfPost(interactions, { postId, author, state: 'DELETED', version: 2 });
    await Promise.all([...writers.map(press), deletion]);
  }

  const left = async () =>
    await interactions.database.sql`
      select id from interactions.reaction union all select id from interactions.share where is_shared`;
  await vi.waitUntil(async () => (await left()).length === 0, { timeout: 15_000 });
  expect(await findDrift(interactions.db)).toEqual([]);
});

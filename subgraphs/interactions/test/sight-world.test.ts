import type { TestSubgraph } from '@nexus/contracts/testing';
import { introduce, type Person, person, tellOfEdge, tellOfPerson } from '@nexus/contracts/testing/told';
import { sized } from '@nexus/kit/testing/thoroughness';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { expectModelFor } from './seen.ts';
import { publish, startInteractions } from './stage.ts';
import { findBrokenThreads, findDrift, findMiscounted, findScoreDrift } from './truth.ts';

const HANDLES = ['ada', 'bob', 'cleo', 'dan', 'eve'] as const;

const who = fc.nat(HANDLES.length - 1);
const some = fc.nat(1_000);
const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('comment' as const), who, at: some, isReply: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('react' as const), who, at: some, isReply: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('share' as const), who, at: some }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), who, at: some }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('block' as const), who, whom: who, is: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('state' as const), who, is: fc.boolean() }) },
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

type World = {
  interactions: TestSubgraph;
  people: readonly Person[];
  posts: string[];
  comments: string[];
  version: number;
};

async function startWorld(interactions: TestSubgraph): Promise<World> {
  const people = await introduce(interactions, ...HANDLES);
  const [ada, bob] = people;
  await tellOfPerson(interactions, bob, { isPrivate: true, version: 2 });
  for (const other of people.slice(2, 4)) await tellOfEdge(interactions, [other, bob]);
  const posts = [
    await publish(interactions, ada),
    await publish(interactions, ada, { visibility: 'ONLY_ME' }),
    await publish(interactions, bob),
  ];
  return { interactions, people, posts, comments: [], version: 10 };
}

const DELETE = 'mutation ($input: CommentTargetInput!) { deleteComment(input: $input) { userErrors { code } } }';
const ADD =
  'mutation ($input: AddCommentInput!) { addComment(input: $input) { commentEdge { node { id post { id } } } userErrors { code } } }';
const REACT = 'mutation ($input: SetReactionInput!) { setReaction(input: $input) { userErrors { code } } }';
const SHARE = 'mutation ($postId: ID!) { sharePost(input: { postId: $postId }) { userErrors { code } } }';

/** Acts may be refused; what counts is what is seen afterwards. */
async function play(world: World, one: Act): Promise<void> {
  const { interactions, people, posts, comments } = world;
  const actor = people[one.who] ?? person('nobody');
  const pick = (from: readonly string[], at: number) => from[at % Math.max(from.length, 1)];
  const ask = (query: string, input: object) => interactions.ask(query, { input }, actor.viewer);
  if (one.do === 'block') {
    const other = people[one.whom] ?? actor;
    if (other === actor) return;
    const edge = { isFollowing: false, isBlocking: one.is, version: world.version++ };
    await tellOfEdge(interactions, [actor, other], edge);
  } else if (one.do === 'state') {
    const state = one.is ? 'ACTIVE' : 'SUSPENDED';
    await tellOfPerson(interactions, actor, { state, isPrivate: actor.handle === 'bob', version: world.version++ });
  } else if (one.do === 'delete') await ask(DELETE, { commentId: pick(comments, one.at) ?? 'comment_x' });
  else if (one.do === 'share') await interactions.ask(SHARE, { postId: pick(posts, one.at) }, actor.viewer);
  else if (one.do === 'react') {
    const targetId = pick(one.isReply ? comments : posts, one.at) ?? posts[0];
    await ask(REACT, { targetId, kind: ['LIKE', 'LOVE', null][one.at % 3] });
  } else {
    const parentId = one.isReply ? pick(comments, one.at) : undefined;
    for (const postId of posts) {
      const { data } = await ask(ADD, { postId, parentId, text: 'x' });
      const id = data.addComment.commentEdge?.node.id;
      if (id) comments.push(id);
    }
  }
}

test('whatever people do, block and are suspended for, everybody is answered what the model says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 20, maxLength: 40 }), async (acts) => {
      await using interactions = await startInteractions();
      const world = await startWorld(interactions);
      for (const [index, one] of acts.entries()) {
        await play(world, one);
        // While counts are still being put right, too.
        if (index % 4 === 3) await expectModelFor(interactions, world.people[index % 6]?.viewer);
      }
      for (const viewer of [...world.people.map((one) => one.viewer), undefined]) {
        await expectModelFor(interactions, viewer);
      }
      await vi.waitUntil(async () => (await findMiscounted(interactions.db)).length === 0, { timeout: 10_000 });
      for (const viewer of [world.people[0]?.viewer, undefined]) await expectModelFor(interactions, viewer);
      expect(await findDrift(interactions.db)).toEqual([]);
      expect(await findScoreDrift(interactions.db)).toEqual([]);
      expect(await findBrokenThreads(interactions.db)).toEqual([]);
    }),
    { numRuns: sized({ thorough: 8, daily: 3 }), endOnFailure: true },
  );
}, 180_000);

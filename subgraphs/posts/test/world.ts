import type { Visibility } from '@nexus/contracts/events';
import { encodeId } from '@nexus/contracts/ids';
import { PLAIN_FOLLOW } from '@nexus/contracts/projections/listeners';
import { upsertRelEdges } from '@nexus/contracts/projections/rel-edge';
import type { TestSubgraph } from '@nexus/contracts/testing';
import { type Person, person } from '@nexus/contracts/testing/told';
import { newId } from '@nexus/kit/new-id';
import { followShare } from '../src/feed/share.service.ts';
import { publishPosts } from '../src/post/publish.service.ts';
import { relEdges } from '../src/tables.ts';
import { annotate } from '../src/text/annotate.service.ts';

export type WorldPost = {
  id: string;
  authorId: string;
  createdAt: Date;
  text: string;
  tag: string;
  language: string;
  visibility: Visibility;
  hasMedia: boolean;
};
export type WorldShare = { id: string; actorId: string; postId: string; sharedAt: Date };
export type WorldEdge = { sourceId: string; targetId: string; showShares: boolean };
export type World = { people: Person[]; posts: WorldPost[]; shares: WorldShare[]; edges: WorldEdge[] };

const PEOPLE = 12;
const POSTS = 240;
const SHARES = 160;
const START = Date.UTC(2024, 0, 1);

/** People who follow each other, post and share at random, often in the same millisecond; the same for the same seed. */
export function inventWorld(seed: number): World {
  const random = createRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const people = Array.from({ length: PEOPLE }, (_, index) => person(`person${index}`));
  const posts = Array.from({ length: POSTS }, (_, index): WorldPost => {
    const tag = pick(['cats', 'dogs', 'birds']);
    return {
      id: newId(),
      authorId: pick(people).id,
      createdAt: new Date(START + Math.floor(random() * 150)),
      text: `${index} #${tag}`,
      tag,
      language: pick(['en', 'en-GB', 'de']),
      visibility: pick(['PUBLIC', 'PUBLIC', 'PUBLIC', 'FOLLOWERS', 'ONLY_ME']),
      hasMedia: random() < 0.3,
    };
  });
  const sharedPairs = new Map(
    Array.from({ length: SHARES }, () => {
      const { id: actorId } = pick(people);
      const { id: postId, createdAt } = pick(posts);
      const sharedAt = new Date(createdAt.getTime() + 1 + Math.floor(random() * 60));
      return [actorId + postId, { id: newId(), actorId, postId, sharedAt }];
    }),
  );
  const edges = people.flatMap((source) =>
    people
      .filter((target) => target !== source && random() < 0.5)
      .map((target) => ({ sourceId: source.id, targetId: target.id, showShares: random() < 0.8 })),
  );
  return { people, posts, shares: [...sharedPairs.values()], edges };
}

/** Makes a world come true, as imports and neighbours would. */
export async function build(subgraph: TestSubgraph, { posts, shares, edges }: World): Promise<void> {
  const followed = { ...PLAIN_FOLLOW, followedAt: null, version: 1 };
  await subgraph.db.transaction(async (tx) => {
    await upsertRelEdges(
      tx,
      relEdges,
      edges.map((edge) => ({ ...followed, ...edge })),
    );
    const annotations = await annotate(tx, posts);
    await publishPosts(
      tx,
      posts.map((post, index) => ({ facets: [], hashtagIds: [], ...post, ...annotations[index] })),
    );
    for (const { id, sharedAt, ...share } of shares) {
      const edge = { ...share, shareId: id, isShared: true, sharedAt: sharedAt.toISOString(), version: 1 };
      await followShare(tx, edge);
    }
  });
}

export const publicId = ({ id }: { id: string }): string => encodeId('post', id);

/** A linear congruential generator (Numerical Recipes): good enough to invent, and the same everywhere. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

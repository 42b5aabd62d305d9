import type { Visibility } from '@nexus/contracts/events';
import { encodeId } from '@nexus/contracts/ids';
import { upsertListMembers } from '@nexus/contracts/projections/list-member';
import { upsertListRefs } from '@nexus/contracts/projections/list-ref';
import { PLAIN_FOLLOW } from '@nexus/contracts/projections/listeners';
import { upsertRelEdges } from '@nexus/contracts/projections/rel-edge';
import { upsertNewer } from '@nexus/contracts/projections/upsert-newer';
import { upsertUserRefs } from '@nexus/contracts/projections/user-ref';
import type { TestSubgraph } from '@nexus/contracts/testing';
import { type Person, person } from '@nexus/contracts/testing/told';
import type { Db } from '@nexus/kit/database';
import { newId } from '@nexus/kit/new-id';
import { recountNow } from '../src/count/recount.service.ts';
import { followShare } from '../src/feed/share.service.ts';
import { publishPosts } from '../src/post/publish.service.ts';
import { listMembers, listRefs, mutedWords, relEdges, userRefs } from '../src/tables/projections.ts';
import { annotate } from '../src/text/annotate.service.ts';

export type WorldPost = {
  id: string;
  authorId: string;
  createdAt: Date;
  text: string;
  tag: string;
  language: string;
  visibility: Visibility;
  /** For LIST: always the same list, for only its members count. */
  listId: string | null;
  hasMedia: boolean;
};
export type WorldShare = { id: string; actorId: string; postId: string; sharedAt: Date };
export type WorldEdge = {
  sourceId: string;
  targetId: string;
  isFollowing: boolean;
  showShares: boolean;
  isBlocking: boolean;
  isMuting: boolean;
};
/** A list of the first person: most of its feed is not by people they follow. */
export type WorldList = { id: string; memberIds: string[] };
export type World = {
  people: Person[];
  privateIds: Set<string>;
  suspendedIds: Set<string>;
  posts: WorldPost[];
  shares: WorldShare[];
  edges: WorldEdge[];
  list: WorldList;
  mutedTag: string;
};

const PEOPLE = 12;
const POSTS = 240;
const SHARES = 160;
const START = Date.UTC(2024, 0, 1);

/**
 * People who follow, block and mute each other, post and share at random, often in the same millisecond, some of them
 * private or suspended; the same for the same seed.
 */
export function inventWorld(seed: number): World {
  const random = createRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const people = Array.from({ length: PEOPLE }, (_, index) => person(`person${index}`));
  const some = (share: number) => people.map(({ id }) => id).filter(() => random() < share);
  const list = { id: newId(), memberIds: some(0.6) };
  const posts = Array.from({ length: POSTS }, (_, index): WorldPost => {
    const visibility = pick<Visibility>(['PUBLIC', 'PUBLIC', 'PUBLIC', 'FOLLOWERS', 'LIST', 'ONLY_ME']);
    const tag = pick(['cats', 'dogs', 'birds']);
    return {
      id: newId(),
      authorId: pick(people).id,
      createdAt: new Date(START + Math.floor(random() * 150)),
      text: `${index} #${tag}`,
      tag,
      language: pick(['en', 'en-GB', 'de']),
      visibility,
      listId: visibility === 'LIST' ? list.id : null,
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
      .filter((target) => target !== source && random() < 0.6)
      .map(({ id: targetId }): WorldEdge => {
        const isBlocking = random() < 0.08;
        const isFollowing = !isBlocking && random() < 0.85;
        return {
          sourceId: source.id,
          targetId,
          isFollowing,
          showShares: random() < 0.8,
          isBlocking,
          isMuting: random() < 0.1,
        };
      }),
  );
  const states = {
    privateIds: new Set(some(0.25)),
    suspendedIds: new Set(some(0.1).filter((id) => id !== people[0]?.id)),
  };
  return { people, ...states, posts, shares: [...sharedPairs.values()], edges, list, mutedTag: 'birds' };
}

/** Makes a world come true, as imports and neighbours would. */
export async function build(subgraph: TestSubgraph, world: World): Promise<void> {
  const { posts, shares } = world;
  await subgraph.db.transaction(async (tx) => {
    await introduceAll(tx, world);
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

async function introduceAll(tx: Db, { people, privateIds, suspendedIds, edges, list, mutedTag }: World): Promise<void> {
  const version = 1;
  for (const { id: userId, handle } of people) {
    const state = suspendedIds.has(userId) ? 'SUSPENDED' : 'ACTIVE';
    const plain = { displayName: handle, avatar: null, isVerified: false, role: 'MEMBER' } as const;
    await upsertUserRefs(tx, userRefs, [
      { ...plain, userId, handle, isPrivate: privateIds.has(userId), state, version },
    ]);
    await recountNow(tx, userId);
  }
  await upsertRelEdges(
    tx,
    relEdges,
    edges.map((edge) => ({ ...PLAIN_FOLLOW, followedAt: null, version, ...edge })),
  );
  const [{ id: ownerId } = { id: '' }] = people;
  await upsertListRefs(tx, listRefs, [{ listId: list.id, ownerId, isPrivate: false, isDeleted: false, version }]);
  await upsertListMembers(
    tx,
    listMembers,
    list.memberIds.map((userId) => ({ listId: list.id, userId, isMember: true, version })),
  );
  const words = [{ word: mutedTag, expiresAt: null }];
  await upsertNewer(tx, mutedWords, { rows: [{ userId: ownerId, words, version }], key: ['userId'] });
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

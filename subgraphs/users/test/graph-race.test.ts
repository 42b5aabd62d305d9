import type { TestSubgraph } from '@nexus/contracts/testing';
import { foldCounters } from '@nexus/kit/counters';
import { sized } from '@nexus/kit/testing/thoroughness';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { counting } from '../src/tables/counts.ts';
import { attempt, meet, type Person, startUsers, toldOf, type Verb } from './stage.ts';
import { findContradictions, findDrift } from './truth.ts';

const WRITERS = 8;
const TURNS = sized({ thorough: 80, daily: 35 });

/** A number below `limit`: different for every writer and turn, the same in every run. */
function choose(writer: number, turn: number, limit: number): number {
  const seed = Math.imul(writer * 7_919 + turn * 104_729 + 12_345, 2_654_435_761) >>> 8;
  return seed % limit;
}

const REQUESTS = '{ viewer { followRequests(first: 5) { edges { node { id } } } } }';

async function requestOf(users: TestSubgraph, person: Person, place: number): Promise<string | undefined> {
  const { data } = await users.ask(REQUESTS, {}, person.viewer);
  const { edges } = data.viewer.followRequests;
  return edges[place % (edges.length || 1)]?.node.id;
}

test('three people on eight devices follow, ask, answer, block, mute and list each other at once: counts are the rows, no act contradicts another', async () => {
  await using users = await startUsers();
  // So few that they meet in every act.
  const people = await meet(users, 'ann', 'ben', 'cat');
  const lists = await Promise.all(
    people.map(async (person) => (await attempt(users, person, ['upsertList', { name: 'All' }])).list.id),
  );
  const verbs: Verb[] = [
    ...([
      'followUser',
      'followUser',
      'followUser',
      'unfollowUser',
      'removeFollower',
      'muteUser',
      'unmuteUser',
    ] as const),
    ...([
      'blockUser',
      'unblockUser',
      'unblockUser',
      'respondToFollowRequest',
      'updatePrivacy',
      'setListMembership',
    ] as const),
  ];

  async function playOne(writer: number): Promise<void> {
    const place = writer % people.length;
    const person = people[place] ?? people[0];
    for (let turn = 0; turn < TURNS; turn++) {
      const verb = verbs[choose(writer, turn, verbs.length)] ?? 'followUser';
      const other = people[(place + 1 + choose(writer, turn + 500, 2)) % people.length] ?? person;
      const isYes = choose(writer, turn + 900, 3) > 0;
      const requestId = verb === 'respondToFollowRequest' ? await requestOf(users, person, turn) : undefined;
      if (verb === 'respondToFollowRequest' && requestId === undefined) continue;
      const done = await attempt(users, person, [
        verb,
        inputOf(verb, { userId: other.id, isYes, requestId, listId: lists[place] }),
      ]);
      // Whoever is blocked by now, or answered already, is not found; nothing else is refused.
      for (const { code } of done.userErrors) expect(code).toBe('NOT_FOUND');
    }
  }

  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => playOne(writer)));
  await expect.poll(async () => users.db.execute(sql`select from users.recount`)).toHaveLength(0);

  expect(await findContradictions(users.db)).toEqual([]);
  expect(await findDrift(users.db)).toEqual([]);
  await foldCounters(users.db, counting);
  expect(await findDrift(users.db)).toEqual([]);
  expect(await findUntold(users)).toEqual([]);
}, 120_000);

type Chosen = { userId: string; isYes: boolean; requestId: string | undefined; listId: string | undefined };

function inputOf(verb: Verb, { userId, isYes, requestId, listId }: Chosen): object {
  if (verb === 'respondToFollowRequest') return { requestId, accept: isYes };
  if (verb === 'updatePrivacy') return { isPrivateAccount: isYes };
  if (verb === 'setListMembership') return { listId, userId, isMember: isYes };
  return { userId };
}

/** Edges whose last told state is not what they are: the highest version of each is the truth. */
async function findUntold(users: TestSubgraph): Promise<unknown[]> {
  const told = new Map<string, Record<string, unknown>>();
  for (const edge of await toldOf(users, 'users.relationship.changed.v1')) {
    const key = `${edge.sourceId}/${edge.targetId}`;
    if (Number(edge.version) > Number(told.get(key)?.version ?? 0)) told.set(key, edge);
  }
  const rows = await users.db.execute<Record<string, unknown>>(sql`
    select source_id as "sourceId", target_id as "targetId", is_following as "isFollowing", is_blocking as "isBlocking",
      is_muting as "isMuting", version
    from users.relationship`);
  return rows.filter((row) => {
    const last = told.get(`${row.sourceId}/${row.targetId}`);
    return Object.entries(row).some(([name, value]) => last?.[name] !== value);
  });
}

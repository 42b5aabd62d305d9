import { encodeId } from '@nexus/contracts/ids';
import { type Answer, startFilledSubgraph, startTestSubgraph, type TestSubgraph } from '@nexus/contracts/testing';
import type { Viewer } from '@nexus/contracts/viewer';
import { newId } from '@nexus/kit/new-id';
import { filledTemplate } from '@nexus/kit/testing/database';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { expect } from 'vitest';
import { usersSubgraph } from '../src/subgraph.ts';
import { generateGraph, generatePeople } from './many-people.ts';
import { USER_ERRORS } from './people.ts';

/** Somebody with a session: their id in the API and the viewer of their access token. */
export type Person = { id: string; handle: string; viewer: Viewer };

export const startUsers = (): Promise<TestSubgraph> => startTestSubgraph(usersSubgraph);

/** Users with many people and all that stands between them, which is generated once in a run. */
export const startCrowdedUsers = async (): Promise<TestSubgraph> =>
  startFilledSubgraph(
    usersSubgraph,
    await filledTemplate('users', async (admin) => {
      await generatePeople(admin);
      await generateGraph(admin);
    }),
  );

/** People who are signed in, without the price of a password. */
export async function meet<const Handles extends readonly string[]>(
  { db }: TestSubgraph,
  ...handles: Handles
): Promise<{ [Index in keyof Handles]: Person }> {
  const people: Person[] = [];
  for (const handle of handles) {
    const viewer = { id: newId(), sessionId: newId() };
    people.push({ id: encodeId('user', viewer.id), handle, viewer });
    await db.execute(sql`
      insert into users."user" (id, handle, display_name) values (${viewer.id}, ${handle}, ${`The ${handle}`})`);
    await db.execute(sql`
      insert into users.session (id, user_id, expires_at)
      values (${viewer.sessionId}, ${viewer.id}, now() + interval '1 day')`);
  }
  // A loop forgets that there are as many people as handles.
  return people as { [Index in keyof Handles]: Person };
}

const RELATIONSHIP =
  'relationship { isFollowing isFollowedBy hasPendingRequest isBlocking isMuting mutedUntil notifyOnPost showShares }';
const SHOWN = {
  user: `user { id handle isPrivateAccount followerCount followingCount ${RELATIONSHIP} }`,
  viewer: `viewer {
    privacy { isPrivateAccount isDiscoverable hideFollowGraph } mutedWords { word expiresAt } lists { name }
  }`,
  list: 'list { id name description isPrivate memberCount owner { handle } members { totalCount edges { node { handle } } } }',
  request: 'removedRequestId requester { handle relationship { isFollowedBy } }',
  deleted: 'deletedListId',
};
const MUTATIONS = {
  followUser: ['FollowUserInput', SHOWN.user],
  unfollowUser: ['UserTargetInput', SHOWN.user],
  removeFollower: ['UserTargetInput', SHOWN.user],
  blockUser: ['UserTargetInput', SHOWN.user],
  unblockUser: ['UserTargetInput', SHOWN.user],
  muteUser: ['MuteUserInput', SHOWN.user],
  unmuteUser: ['UserTargetInput', SHOWN.user],
  respondToFollowRequest: ['RespondToFollowRequestInput', SHOWN.request],
  dismissSuggestion: ['UserTargetInput', SHOWN.user],
  updatePrivacy: ['UpdatePrivacyInput', SHOWN.viewer],
  addMutedWord: ['AddMutedWordInput', SHOWN.viewer],
  removeMutedWord: ['RemoveMutedWordInput', SHOWN.viewer],
  upsertList: ['UpsertListInput', SHOWN.list],
  deleteList: ['DeleteListInput', SHOWN.deleted],
  setListMembership: ['SetListMembershipInput', SHOWN.list],
} as const;
export type Verb = keyof typeof MUTATIONS;

/** Tries one mutation: its payload, refused or not. */
export async function attempt(users: TestSubgraph, { viewer }: Person, [verb, input]: readonly [Verb, object]) {
  const [type, selection] = MUTATIONS[verb];
  const mutation = `mutation ($input: ${type}!) { done: ${verb}(input: $input) { ${selection} ${USER_ERRORS} } }`;
  const { data, errors } = await users.ask(mutation, { input }, viewer);
  expect(errors).toBeUndefined();
  return data.done;
}

/** Does one mutation, which is not refused: its payload. */
export async function act(users: TestSubgraph, person: Person, what: readonly [Verb, object]) {
  const done = await attempt(users, person, what);
  expect(done.userErrors).toEqual([]);
  return done;
}

/** The data of a query, which has no errors. */
export async function ask(
  users: TestSubgraph,
  query: string,
  { as, ...variables }: { as?: Person | undefined; [name: string]: unknown },
): Promise<Answer['data']> {
  const { data, errors } = await users.ask(query, variables, as?.viewer);
  expect(errors).toBeUndefined();
  return data;
}

/** All payloads of an event that neighbours were told, in order. */
export async function toldOf({ adminUrl }: TestSubgraph, event: string): Promise<Record<string, unknown>[]> {
  const admin = postgres(adminUrl, { max: 1 });
  try {
    const rows = await admin`
      select data->'payload' as payload from pgboss.job where name = ${`posts/${event}`} order by created_on, id`;
    return rows.map(({ payload }) => payload);
  } finally {
    await admin.end();
  }
}

export const handlesOf = (list: { edges: { node: { handle: string } }[] } | null): string[] | undefined =>
  list?.edges.map(({ node }) => node.handle);

export const NOT_FOUND = {
  __typename: 'NotFoundError',
  code: 'NOT_FOUND',
  message: 'The person was not found.',
  path: ['input', 'userId'],
};

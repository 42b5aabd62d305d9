import { randomBytes, randomUUID } from 'node:crypto';
import { newId, uuidV7 } from '@nexus/kit/new-id';
import { transact } from '@nexus/kit/transact';
import type { RelationshipEdge, UserSnapshot } from '../events.ts';
import { encodeId } from '../ids.ts';
import { PLAIN_FOLLOW } from '../projections/listeners.ts';
import type { TestSubgraph } from '../testing.ts';
import type { Viewer } from '../viewer.ts';

/** A person as the neighbours know them: `id` is their UUID, `viewer` what the gateway says when they ask. */
export type Person = { id: string; userId: string; handle: string; viewer: Viewer };

/** Somebody whose account was made at a moment: now, if none is named. */
export function person(handle: string, at?: Date): Person {
  const id = at ? uuidV7(at, randomBytes(10)) : newId();
  return { id, userId: encodeId('user', id), handle, viewer: { id, sessionId: randomUUID() } };
}

/** People whom users has told about. */
export async function introduce<const Handles extends readonly string[]>(
  subgraph: TestSubgraph,
  ...handles: Handles
): Promise<{ [Index in keyof Handles]: Person }> {
  const people = handles.map((handle) => person(handle));
  await transact(subgraph, async (_, tell) => {
    for (const { id, handle } of people) await tell('users.user.updated.v1', { ...shownOf(handle), userId: id });
  });
  // Array.map forgets that there are as many people as handles.
  return people as { [Index in keyof Handles]: Person };
}

/** A later state of a person, as users has told. */
export async function tellOfPerson(
  subgraph: TestSubgraph,
  { id, handle }: Person,
  change: Partial<UserSnapshot> & { version: number },
): Promise<void> {
  await transact(subgraph, (_, tell) => tell('users.user.updated.v1', { ...shownOf(handle), userId: id, ...change }));
}

function shownOf(handle: string): Omit<UserSnapshot, 'userId'> {
  return {
    handle,
    displayName: `The ${handle}`,
    avatar: null,
    isVerified: false,
    isPrivate: false,
    role: 'MEMBER',
    state: 'ACTIVE',
    version: 1,
  };
}

/** How one person stands to another, as users has told: a plain follow unless said otherwise. */
export async function tellOfEdge(
  subgraph: TestSubgraph,
  [source, target]: readonly [Person, Person],
  change: Partial<RelationshipEdge> = {},
): Promise<void> {
  const edge = { ...PLAIN_FOLLOW, sourceId: source.id, targetId: target.id, version: 1, ...change };
  const followedAt = edge.isFollowing ? new Date().toISOString() : null;
  await transact(subgraph, (_, tell) => tell('users.relationship.changed.v1', { followedAt, ...edge }));
}

/** What the gateway asks of entities: `selection` is on the type. */
export async function askEntities(
  subgraph: TestSubgraph,
  { typename, ids, selection }: { typename: string; ids: readonly string[]; selection: string },
  viewer?: Viewer,
) {
  const { data, errors } = await subgraph.ask(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${typename} { ${selection} } } }`,
    { representations: ids.map((id) => ({ __typename: typename, id })) },
    viewer,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data._entities;
}

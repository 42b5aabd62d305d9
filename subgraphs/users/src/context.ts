import type { Caller, Services } from '@nexus/contracts/agreement';
import type { Viewer } from '@nexus/contracts/viewer';
import { manyByKey, oneByKey, perArguments } from '@nexus/kit/batching';
import type { Page } from '@nexus/kit/pagination';
import { findAccountsByUserIds } from './account/account.store.ts';
import { createLimits, type Limits } from './account/limits.ts';
import { type FollowList, findFollowCounts, findFollows, findRelationships } from './follow/follow.store.ts';
import { findUsersByHandles } from './profile/handle.store.ts';
import { createKeys, type Keys } from './session/keys.ts';
import { findOwnSessionsByIds } from './session/session.store.ts';
import { findUsersByIds } from './user/user.store.ts';

/** All a resolver may use. */
export type Context = Services &
  Caller &
  Lasting & { loaders: ReturnType<typeof createLoaders>; justSignedIn?: Viewer };

/** A fresh context for each request: batches never outlive the question they answer. */
export function createContext(services: Services, caller: Caller): Context {
  return { ...services, ...caller, ...lastingOf(services), loaders: createLoaders(services, caller) };
}

function createLoaders({ db }: Services, { viewer }: Caller) {
  return {
    user: oneByKey(
      (ids) => findUsersByIds(db, ids),
      (user) => user.id,
    ),
    userByHandle: oneByKey(
      (handles) => findUsersByHandles(db, handles),
      (user) => user.askedHandle,
    ),
    account: oneByKey(
      (userIds) => findAccountsByUserIds(db, userIds),
      (account) => account.userId,
    ),
    session: oneByKey(
      async (ids) => (viewer ? await findOwnSessionsByIds(db, viewer, ids) : []),
      (session) => session.id,
    ),
    followCounts: manyByKey(
      (userIds) => findFollowCounts(db, userIds),
      (count) => count.subjectId,
    ),
    follows: perArguments(({ list, page }: { list: FollowList; page: Page }) =>
      manyByKey(
        (userIds) => findFollows(db, userIds, { list, page }),
        (follow) => follow.ownerId,
      ),
    ),
    relationship: oneByKey(
      async (userIds) => (viewer ? await findRelationships(db, viewer.id, userIds) : []),
      (relationship) => relationship.userId,
    ),
  };
}

type Lasting = { keys: Keys; limits: Limits };
const lasting = new WeakMap<Services, Lasting>();

/** What outlives the request: made once for each running subgraph. */
function lastingOf(services: Services): Lasting {
  const { secret, rateLimiters } = services;
  const made = lasting.get(services) ?? { keys: createKeys(secret), limits: createLimits(rateLimiters) };
  lasting.set(services, made);
  return made;
}

import type { Caller, Services } from '@nexus/contracts/agreement';
import { isAtLeast } from '@nexus/contracts/authorization';
import type { Viewer } from '@nexus/contracts/viewer';
import { manyByKey, oneByKey, perArguments } from '@nexus/kit/batching';
import type { Db } from '@nexus/kit/database';
import type { Page } from '@nexus/kit/pagination';
import { findAccountsByUserIds } from './account/account.store.ts';
import { createLimits, type Limits } from './account/limits.ts';
import { type FollowList, findFollowCounts } from './count/follow-count.store.ts';
import { hotEvents } from './hot/hot-events.ts';
import { findListsByIds } from './list/list.store.ts';
import { countMembers, findMembers } from './list/list-member.store.ts';
import { findAuditedByIds, noteReading } from './moderation/audit/audit.store.ts';
import { findCasesByIds, findSubjectsOfCases } from './moderation/case/case.store.ts';
import {
  findActions,
  findEvidence,
  findNotes,
  findReports,
  findReportTallies,
} from './moderation/case/case-details.store.ts';
import { findLabelPreferences } from './moderation/label/label-preferences.store.ts';
import { findUsersByHandles } from './profile/handle.store.ts';
import { findFollows } from './relationship/follow/follow-list.store.ts';
import { findRequestsByIds } from './relationship/follow/follow-request.store.ts';
import { countKnownFollowers, findKnownFollowers } from './relationship/follow/known-followers.store.ts';
import { findMutedWords } from './relationship/mute/muted-words.store.ts';
import { findRelationships } from './relationship/relationship.store.ts';
import { createKeys, type Keys } from './session/keys.ts';
import { findOwnSessionsByIds } from './session/session.store.ts';
import { findPeople, findUsersByIds } from './user/user.store.ts';

/** All a resolver may use. */
export type Context = Services &
  Caller &
  Lasting & { loaders: ReturnType<typeof createLoaders>; justSignedIn?: Viewer };

/** A fresh context for each request: batches never outlive the question they answer. */
export function createContext(services: Services, caller: Caller): Context {
  return { ...services, ...caller, ...lastingOf(services), loaders: createLoaders(services, caller) };
}

function createLoaders({ db }: Services, caller: Caller) {
  const viewerId = caller.viewer?.id;
  return {
    ...accountLoaders(db, caller),
    ...personLoaders(db, viewerId),
    ...graphLoaders(db, viewerId),
    ...listLoaders(db, viewerId),
    ...moderationLoaders(db, caller),
  };
}

/** What is the viewer's own. */
function accountLoaders(db: Db, { viewer }: Caller) {
  return {
    account: oneByKey(
      (userIds) => findAccountsByUserIds(db, userIds),
      ({ userId }) => userId,
    ),
    session: oneByKey(async (ids) => (viewer ? await findOwnSessionsByIds(db, viewer, ids) : []), keyOfId),
    mutedWords: oneByKey(
      (userIds) => findMutedWords(db, userIds),
      ({ userId }) => userId,
    ),
    labelPreferences: oneByKey(
      (userIds) => findLabelPreferences(db, userIds),
      ({ userId }) => userId,
    ),
    followRequest: oneByKey(async (ids) => (viewer ? await findRequestsByIds(db, viewer.id, ids) : []), keyOfId),
  };
}

/** People whom the viewer sees, and how they stand to them; `viewerId` undefined is nobody. */
function personLoaders(db: Db, viewerId: string | undefined) {
  return {
    user: oneByKey((ids) => findUsersByIds(db, ids, viewerId), keyOfId),
    userByHandle: oneByKey(
      (handles) => findUsersByHandles(db, handles, viewerId),
      ({ askedHandle }) => askedHandle,
    ),
    relationship: oneByKey(
      async (userIds) => (viewerId ? await findRelationships(db, viewerId, userIds) : []),
      ({ userId }) => userId,
    ),
  };
}

/** Who follows whom, as far as the viewer sees them. */
function graphLoaders(db: Db, viewerId: string | undefined) {
  return {
    followCounts: manyByKey(
      (userIds) => findFollowCounts(db, userIds, viewerId),
      ({ subjectId }) => subjectId,
    ),
    follows: perArguments(({ list, page }: { list: FollowList; page: Page }) =>
      manyByKey((userIds) => findFollows(db, userIds, { list, page, viewerId }), keyOfOwner),
    ),
    knownFollowers: perArguments((page: Page) =>
      manyByKey(async (ids) => (viewerId ? await findKnownFollowers(db, ids, { viewerId, page }) : []), keyOfOwner),
    ),
    knownFollowerCount: oneByKey(
      async (userIds) => (viewerId ? await countKnownFollowers(db, userIds, viewerId) : []),
      keyOfOwner,
    ),
  };
}

function listLoaders(db: Db, viewerId: string | undefined) {
  return {
    list: oneByKey((ids) => findListsByIds(db, ids, viewerId), keyOfId),
    listMembers: perArguments((page: Page) =>
      manyByKey((listIds) => findMembers(db, listIds, { page, viewerId }), keyOfOwner),
    ),
    memberCount: oneByKey(
      (listIds) => countMembers(db, listIds, viewerId),
      ({ listId }) => listId,
    ),
  };
}

/** What those who keep order work with: for others there are no cases and no log. */
function moderationLoaders(db: Db, { viewer }: Caller) {
  const moderator = viewer && isAtLeast('MODERATOR', viewer) ? viewer : undefined;
  const keyOfCase = ({ caseId }: { caseId: string }) => caseId;
  return {
    case: oneByKey(async (ids) => (moderator ? await findCasesByIds(db, ids, moderator.id) : []), keyOfId),
    /** Nothing is found: it puts on record that they are read. */
    caseReading: oneByKey<{ id: string }>(async (caseIds) => {
      if (moderator) await noteReading(db, { actorId: moderator.id, caseIds });
      return [];
    }, keyOfId),
    caseSubject: oneByKey((ids) => findSubjectsOfCases(db, ids), keyOfId),
    reportTally: oneByKey((ids) => findReportTallies(db, ids), keyOfCase),
    caseReports: manyByKey((ids) => findReports(db, ids), keyOfCase),
    caseEvidence: manyByKey((ids) => findEvidence(db, ids), keyOfCase),
    caseNotes: manyByKey((ids) => findNotes(db, ids), keyOfCase),
    caseActions: manyByKey((ids) => findActions(db, ids), keyOfCase),
    personOfRecord: oneByKey((ids) => findPeople(db, ids), keyOfId),
    auditLogEntry: oneByKey(
      async (ids) => (viewer && isAtLeast('ADMIN', viewer) ? await findAuditedByIds(db, ids) : []),
      keyOfId,
    ),
  };
}

const keyOfId = ({ id }: { id: string }) => id;
const keyOfOwner = ({ ownerId }: { ownerId: string }) => ownerId;

type Lasting = { keys: Keys; limits: Limits; events: Services['events'] };
const lasting = new WeakMap<Services, Lasting>();

/** What outlives the request: made once for each running subgraph. */
function lastingOf(services: Services): Lasting {
  const { secret, rateLimiters } = services;
  const made = lasting.get(services) ?? {
    keys: createKeys(secret),
    limits: createLimits(rateLimiters),
    events: hotEvents(services),
  };
  lasting.set(services, made);
  return made;
}

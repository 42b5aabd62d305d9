import { inPages } from '@nexus/contracts/export';
import type { ExportParts } from '@nexus/contracts/export-route';
import { encodeId } from '@nexus/contracts/ids';
import {
  findAccountToExport,
  findDismissalsToExport,
  findFollowersToExport,
  findFollowingToExport,
  findFormerHandles,
  findLabelPreferencesToExport,
  findListsToExport,
  findMutedWordsToExport,
  findNoticesToExport,
  findReportsToExport,
  findRequestsToExport,
  findSessionsToExport,
  findSetAsideToExport,
} from './parts.store.ts';

const ID_KINDS = { USER: 'user', POST: 'post', COMMENT: 'comment' } as const;

const subjectId = ({ subjectKind, subjectId: id }: { subjectKind: keyof typeof ID_KINDS; subjectId: string }) =>
  encodeId(ID_KINDS[subjectKind], id);
const userId = (id: string) => encodeId('user', id);

/** What users itself has of a person: all but what proves them, which is no use to anybody else. */
export const parts: ExportParts<'users'> = {
  account: async function* (db, id) {
    for (const { user, email } of await findAccountToExport(db, id)) {
      const { version, discoverabilityVersion, changedAt, ...shown } = user;
      yield { ...shown, id: userId(user.id), email };
    }
  },
  sessions: async function* (db, id) {
    for (const { id: sessionId, userAgent, ipPrefix, createdAt, rotatedAt, revokedAt } of await findSessionsToExport(
      db,
      id,
    )) {
      yield { id: encodeId('session', sessionId), userAgent, ipPrefix, createdAt, lastUsedAt: rotatedAt, revokedAt };
    }
  },
  former_handles: async function* (db, id) {
    for (const { oldHandle, changedAt } of await findFormerHandles(db, id)) yield { oldHandle, changedAt };
  },
  following: async function* (db, id) {
    for await (const { targetId, followedAt, showShares, notifyOnPost } of inPages(findFollowingToExport(db, id))) {
      yield { userId: userId(targetId), followedAt, showShares, notifyOnPost };
    }
  },
  followers: async function* (db, id) {
    for await (const { sourceId, followedAt } of inPages(findFollowersToExport(db, id))) {
      yield { userId: userId(sourceId), followedAt };
    }
  },
  follow_requests: async function* (db, id) {
    for (const list of ['sent', 'waiting'] as const) {
      for await (const { requesterId, targetId, createdAt } of inPages(findRequestsToExport(db, id, list))) {
        yield { requesterId: userId(requesterId), targetId: userId(targetId), createdAt };
      }
    }
  },
  blocks_and_mutes: async function* (db, id) {
    for await (const { targetId, blockedAt, mutedAt, mutedUntil, mutesNotifications } of inPages(
      findSetAsideToExport(db, id),
    )) {
      yield { userId: userId(targetId), blockedAt, mutedAt, mutedUntil, mutesNotifications };
    }
  },
  dismissed_suggestions: async function* (db, id) {
    for await (const { targetId, dismissedAt } of inPages(findDismissalsToExport(db, id))) {
      yield { userId: userId(targetId), dismissedAt };
    }
  },
  lists: async function* (db, id) {
    for (const { list, memberIds } of await findListsToExport(db, id)) {
      const { name, description, isPrivate, createdAt } = list;
      yield { id: encodeId('list', list.id), name, description, isPrivate, createdAt, members: memberIds.map(userId) };
    }
  },
  muted_words: async function* (db, id) {
    for (const { words } of await findMutedWordsToExport(db, id)) yield* words;
  },
  label_preferences: async function* (db, id) {
    for (const { preferences } of await findLabelPreferencesToExport(db, id)) yield* preferences;
  },
  reports: async function* (db, id) {
    for await (const { subjectKind, subjectId: about, reason, comment, createdAt } of inPages(
      findReportsToExport(db, id),
    )) {
      yield { subjectId: subjectId({ subjectKind, subjectId: about }), reason, comment, createdAt };
    }
  },
  moderation_notices: async function* (db, id) {
    for (const { action, about } of await findNoticesToExport(db, id)) {
      const { caseId, moderatorId, appealDeciderId, personId, isTold, ...told } = action;
      yield { ...told, id: encodeId('action', action.id), subjectId: subjectId(about) };
    }
  },
};

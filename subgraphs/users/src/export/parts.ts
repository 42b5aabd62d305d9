import { inPages } from '@nexus/contracts/export';
import type { ExportParts } from '@nexus/contracts/export-route';
import { encodeId } from '@nexus/contracts/ids';
import {
  findAccountToExport,
  findFollowersToExport,
  findFollowingToExport,
  findFormerHandles,
  findListsToExport,
  findMutedWordsToExport,
  findRequestsToExport,
  findSessionsToExport,
  findSetAsideToExport,
} from './parts.store.ts';

const userId = (id: string) => encodeId('user', id);

/** What users itself has of a person: all but what proves them, which is no use to anybody else. */
export const parts: ExportParts<'users'> = {
  account: async function* (db, id) {
    for (const { user, email } of await findAccountToExport(db, id)) {
      const { version, changedAt, ...shown } = user;
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
  lists: async function* (db, id) {
    for (const { list, memberIds } of await findListsToExport(db, id)) {
      const { name, description, isPrivate, createdAt } = list;
      yield { id: encodeId('list', list.id), name, description, isPrivate, createdAt, members: memberIds.map(userId) };
    }
  },
  muted_words: async function* (db, id) {
    for (const { words } of await findMutedWordsToExport(db, id)) yield* words;
  },
};

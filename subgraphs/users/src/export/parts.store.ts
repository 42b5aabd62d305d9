import type { FindPage } from '@nexus/contracts/export';
import type { Db } from '@nexus/kit/database';
import { isAfter } from '@nexus/kit/keyset';
import { rowsByKey } from '@nexus/kit/rows-by-key';
import { and, asc, eq, getTableColumns, or, type SQL, sql } from 'drizzle-orm';
import { isAwake } from '../relationship/edge.store.ts';
import type { RequestList } from '../relationship/follow/follow-request.store.ts';
import { accounts, sessions } from '../tables/accounts.ts';
import {
  type DismissalRow,
  type FollowRequestRow,
  followRequests,
  labelPreferences,
  listMembers,
  lists,
  mutedWords,
  type RelationshipRow,
  relationships,
  suggestionDismissals,
} from '../tables/graph.ts';
import { actions, type CaseRow, cases, type ReportRow, reports } from '../tables/moderation.ts';
import { handleChanges, users } from '../tables/users.ts';

/** The person and what they sign in with. */
export function findAccountToExport(db: Db, userId: string) {
  return db
    .select({ user: users, email: accounts.email })
    .from(users)
    .innerJoin(accounts, eq(accounts.userId, users.id))
    .where(eq(users.id, userId));
}

export function findSessionsToExport(db: Db, userId: string) {
  return db.select().from(sessions).where(eq(sessions.userId, userId)).orderBy(asc(sessions.createdAt));
}

export function findFormerHandles(db: Db, userId: string) {
  return db.select().from(handleChanges).where(eq(handleChanges.userId, userId)).orderBy(asc(handleChanges.changedAt));
}

/** Whom somebody follows, by person. */
export function findFollowingToExport(db: Db, userId: string): FindPage<RelationshipRow> {
  return findEdges(db, userId, eq(relationships.isFollowing, true));
}

/** Whom somebody blocks or mutes, by person. */
export function findSetAsideToExport(db: Db, userId: string): FindPage<RelationshipRow> {
  return findEdges(db, userId, or(eq(relationships.isBlocking, true), eq(relationships.isMuting, true)));
}

function findEdges(db: Db, userId: string, isSo: SQL | undefined): FindPage<RelationshipRow> {
  return rowsByKey(db, relationships, { of: and(eq(relationships.sourceId, userId), isSo), key: 'targetId' });
}

/** Whom somebody does not want suggested, by person. */
export function findDismissalsToExport(db: Db, userId: string): FindPage<DismissalRow> {
  return rowsByKey(db, suggestionDismissals, { of: eq(suggestionDismissals.userId, userId), key: 'targetId' });
}

/** Who follows somebody, the first first. */
export function findFollowersToExport(db: Db, userId: string): FindPage<RelationshipRow> {
  const { followedAt, sourceId } = relationships;
  return ({ after, limit }) =>
    db
      .select()
      .from(relationships)
      .where(
        and(
          eq(relationships.targetId, userId),
          isAwake(),
          isAfter([followedAt, sourceId], after?.followedAt ? { at: after.followedAt, id: after.sourceId } : undefined),
        ),
      )
      .orderBy(asc(followedAt), asc(sourceId))
      .limit(limit);
}

/** The requests that somebody sent, or those that wait for them, the first first. */
export function findRequestsToExport(db: Db, userId: string, list: RequestList): FindPage<FollowRequestRow> {
  const { createdAt, id, requesterId, targetId } = followRequests;
  return ({ after, limit }) =>
    db
      .select()
      .from(followRequests)
      .where(
        and(
          eq(list === 'sent' ? requesterId : targetId, userId),
          isAfter([createdAt, id], after && { at: after.createdAt, id: after.id }),
        ),
      )
      .orderBy(asc(createdAt), asc(id))
      .limit(limit);
}

/** The lists of somebody with all who are on them. */
export function findListsToExport(db: Db, userId: string) {
  const memberIds = sql<string[]>`array(
    select ${listMembers.userId} from ${listMembers}
    where ${listMembers.listId} = ${lists.id} and ${listMembers.isMember} order by 1)`;
  return db
    .select({ list: lists, memberIds })
    .from(lists)
    .where(and(eq(lists.ownerId, userId), sql`${lists.deletedAt} is null`))
    .orderBy(asc(lists.createdAt));
}

export function findMutedWordsToExport(db: Db, userId: string) {
  return db.select().from(mutedWords).where(eq(mutedWords.userId, userId));
}

export function findLabelPreferencesToExport(db: Db, userId: string) {
  return db.select().from(labelPreferences).where(eq(labelPreferences.userId, userId));
}

/** What somebody reported, the first first. */
export function findReportsToExport(
  db: Db,
  userId: string,
): FindPage<ReportRow & Pick<CaseRow, 'subjectKind' | 'subjectId'>> {
  const { createdAt, id } = reports;
  return ({ after, limit }) =>
    db
      .select({ ...getTableColumns(reports), subjectKind: cases.subjectKind, subjectId: cases.subjectId })
      .from(reports)
      .innerJoin(cases, eq(cases.id, reports.caseId))
      .where(
        and(eq(reports.reporterId, userId), isAfter([createdAt, id], after && { at: after.createdAt, id: after.id })),
      )
      .orderBy(asc(createdAt), asc(id))
      .limit(limit);
}

/** What moderators decided about somebody and told them, the first first. */
export function findNoticesToExport(db: Db, userId: string) {
  return db
    .select({ action: actions, about: cases })
    .from(actions)
    .innerJoin(cases, eq(cases.id, actions.caseId))
    .where(and(eq(actions.personId, userId), actions.isTold))
    .orderBy(asc(actions.createdAt), asc(actions.id));
}

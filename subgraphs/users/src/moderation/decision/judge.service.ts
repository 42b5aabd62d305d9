import type { Viewer } from '@nexus/contracts/viewer';
import type { Db } from '@nexus/kit/database';
import { conflict, forbidden } from '@nexus/kit/errors';
import type { ActionRow, CaseRow } from '../../tables/moderation.ts';
import type { UserRow } from '../../tables/users.ts';
import { hasOtherJudge, hasReported } from './judge.store.ts';

/** Refuses to judge who is gone, oneself, and, for a moderator, an admin. */
export function requireJudgeOf(person: UserRow | undefined, viewer: Viewer): UserRow {
  if (!person || person.state === 'DELETED') throw conflict('This account is deleted: only dismiss the case.');
  if (person.id === viewer.id) throw forbidden('Nobody decides about themselves.');
  if (person.role === 'ADMIN' && viewer.role !== 'ADMIN') throw forbidden('About an admin only another admin decides.');
  return person;
}

/** Where anybody could who did not report it, nobody decides what they reported themselves. */
export async function requireNoReporter(tx: Db, { id: caseId, personId }: CaseRow, viewer: Viewer): Promise<void> {
  if (!(await hasReported(tx, caseId, viewer.id))) return;
  if (await hasOtherJudge(tx, { personId, otherThan: [], notReportedIn: caseId })) {
    throw forbidden('You reported it: another moderator decides.');
  }
}

/**
 * Where anybody else could, nobody judges their own decision; and where anybody could who neither decided nor reported it,
 * nobody answers for what they reported.
 */
export async function requireOtherJudge(tx: Db, action: ActionRow, viewer: Viewer): Promise<void> {
  const { moderatorId, personId, caseId } = action;
  if (moderatorId === viewer.id) {
    if (!(await hasOtherJudge(tx, { personId, otherThan: [moderatorId] }))) return;
    throw forbidden('You decided it: another moderator answers the appeal.');
  }
  if (!(await hasReported(tx, caseId, viewer.id))) return;
  if (await hasOtherJudge(tx, { personId, otherThan: [moderatorId], notReportedIn: caseId })) {
    throw forbidden('You reported it: another moderator answers the appeal.');
  }
}

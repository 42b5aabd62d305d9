import type { Viewer } from '@nexus/contracts/viewer';
import type { Db } from '@nexus/kit/database';
import { conflict, invalid, notFound } from '@nexus/kit/errors';
import { readText } from '@nexus/kit/text';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../../context.ts';
import { requireLiveSession } from '../../session/live-session.ts';
import type { CaseRow } from '../../tables/moderation.ts';
import { findPeople } from '../../user/user.store.ts';
import { noteAction } from '../audit/audit.store.ts';
import { lockCase, updateCaseState } from './case.store.ts';
import { insertNote } from './case-note.store.ts';

const MAX_NOTE_LENGTH = 2_000;

/** A case that is not about the viewer, held until the transaction ends. */
export async function holdCase(tx: Db, caseId: string, viewer: Viewer): Promise<CaseRow> {
  const found = await lockCase(tx, caseId, viewer.id);
  if (!found) throw notFound('The case', 'input.caseId');
  return found;
}

/** Gives a case that waits to a moderator; to the viewer when nobody is named, to nobody when `assigneeId` is null. */
export async function assignCase(
  context: Context,
  { caseId, assigneeId: asked }: { caseId: string; assigneeId: string | null | undefined },
): Promise<CaseRow> {
  const viewer = await requireLiveSession(context);
  const assigneeId = asked === undefined ? viewer.id : asked;
  return await transact(context, async (tx) => {
    const held = await holdCase(tx, caseId, viewer);
    if (held.state === 'RESOLVED' || held.state === 'DISMISSED')
      throw conflict('This case is decided.', 'input.caseId');
    if (assigneeId !== null) await requireModerator(tx, held, assigneeId);
    const unappealed = assigneeId === null ? 'OPEN' : 'ASSIGNED';
    const state = held.state === 'APPEALED' ? 'APPEALED' : unappealed;
    await noteAction(tx, {
      actorId: viewer.id,
      action: 'ASSIGN_CASE',
      target: { kind: 'CASE', id: caseId },
      metadata: { assigneeId },
    });
    return await updateCaseState(tx, caseId, { state, assigneeId });
  });
}

async function requireModerator(tx: Db, { personId }: CaseRow, id: string): Promise<void> {
  const [person] = await findPeople(tx, [id]);
  if (person?.state !== 'ACTIVE' || person.role === 'MEMBER')
    throw invalid('input.assigneeId', 'This is no moderator.');
  if (id === personId) throw invalid('input.assigneeId', 'The case is about them.');
}

/** Writes something on a case for other moderators, as long as it says anything. */
export async function addCaseNote(context: Context, { caseId, text: raw }: { caseId: string; text: string }) {
  const viewer = await requireLiveSession(context);
  const text = readText(raw, { path: 'input.text', what: 'A note', max: MAX_NOTE_LENGTH });
  return await transact(context, async (tx) => {
    const held = await holdCase(tx, caseId, viewer);
    if (held.clearedAt !== null) throw conflict('What this case said is gone, and so would be a note.', 'input.caseId');
    await insertNote(tx, { caseId, authorId: viewer.id, text });
    await noteAction(tx, { actorId: viewer.id, action: 'ADD_CASE_NOTE', target: { kind: 'CASE', id: caseId } });
    return held;
  });
}

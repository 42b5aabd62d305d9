import type { Viewer } from '@nexus/contracts/viewer';
import type { Db } from '@nexus/kit/database';
import { notFound } from '@nexus/kit/errors';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../../context.ts';
import { recountNow } from '../../count/recount.service.ts';
import { requireLiveSession } from '../../session/live-session.ts';
import { holdStill } from '../../state/standing.store.ts';
import type { CaseRow } from '../../tables/moderation.ts';
import type { UserRow } from '../../tables/users.ts';
import { noteAction } from '../audit/audit.store.ts';
import { holdCase } from '../case/case.service.ts';
import { findCasesByIds, updateCaseState } from '../case/case.store.ts';
import { insertAction } from './action.store.ts';
import { type Decision, type DecisionInput, readDecision, requireFitting } from './decision.ts';
import { takeEffect } from './effect.service.ts';
import { requireJudgeOf, requireNoReporter } from './judge.service.ts';

/** Decides a case for the viewer, who is a moderator, and does what they decided; the case as it is then. */
export async function moderate(context: Context, { caseId, ...input }: DecisionInput & { caseId: string }) {
  const viewer = await requireLiveSession(context);
  const decision = readDecision(input);
  const decided = await transact(context, async (tx, tell) => {
    const { held, person } = await holdCaseAndPerson(tx, caseId, viewer);
    requireFitting(decision, held);
    // Who is gone can still be let be.
    if (decision.kind !== 'DISMISS' || person?.state !== 'DELETED') requireJudgeOf(person, viewer);
    await requireNoReporter(tx, held, viewer);
    await takeEffect({ held, tx, tell }, decision);
    await insertAction(tx, { ...decision, caseId, moderatorId: viewer.id, personId: held.personId });
    await noteDecision(tx, { held, decision, actorId: viewer.id });
    return await updateCaseState(tx, caseId, { state: decision.kind === 'DISMISS' ? 'DISMISSED' : 'RESOLVED' });
  });
  await recountNow(context, decided.personId);
  return decided;
}

/** A case and whom it is about, both held until the transaction ends: the person first, as everywhere. */
export async function holdCaseAndPerson(
  tx: Db,
  caseId: string,
  viewer: Viewer,
): Promise<{ held: CaseRow; person: UserRow | undefined }> {
  const [found] = await findCasesByIds(tx, [caseId], viewer.id);
  if (!found) throw notFound('The case', 'input.caseId');
  const person = await holdStill(tx, found.personId);
  return { held: await holdCase(tx, caseId, viewer), person };
}

type Noted = { held: CaseRow; decision: Decision; actorId: string };

async function noteDecision(tx: Db, { held, decision, actorId }: Noted): Promise<void> {
  const { id: caseId, subjectKind, subjectId, personId } = held;
  const isAboutAccount = decision.kind === 'SUSPEND' || decision.kind === 'UNSUSPEND';
  await noteAction(tx, {
    actorId,
    action: decision.kind,
    target: isAboutAccount ? { kind: 'USER', id: personId } : { kind: subjectKind, id: subjectId },
    metadata: { caseId, label: decision.label, until: decision.expiresAt?.toISOString() ?? null },
  });
}

import type { Db } from '@nexus/kit/database';
import { conflict, notFound } from '@nexus/kit/errors';
import { readText } from '@nexus/kit/text';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../../context.ts';
import { recountNow } from '../../count/recount.service.ts';
import { requireLiveSession } from '../../session/live-session.ts';
import type { ActionRow, CaseRow } from '../../tables/moderation.ts';
import { noteAction } from '../audit/audit.store.ts';
import { lockCaseOfNotice, updateCaseState } from '../case/case.store.ts';
import { findAction, hasOpenAppeal, lockAction, updateAction } from '../decision/action.store.ts';
import { takeBack } from '../decision/effect.service.ts';
import { requireJudgeOf, requireOtherJudge } from '../decision/judge.service.ts';
import { holdCaseAndPerson } from '../decision/moderate.service.ts';
import { canAppeal } from './appeal.ts';

const MAX_TEXT_LENGTH = 2_000;
const MAX_ANSWER_LENGTH = 1_000;

/** Asks for another look at a decision about the viewer: its case is back in the queue, and nobody is at it. */
export async function appealModeration(context: Context, { actionId, text: raw }: { actionId: string; text: string }) {
  const viewer = await requireLiveSession(context);
  const text = readText(raw, { path: 'input.text', what: 'An appeal', max: MAX_TEXT_LENGTH });
  return await transact(context, async (tx) => {
    // The case first, as for whoever decides it.
    const caseId = (await findAction(tx, actionId))?.caseId;
    if (caseId !== undefined) await lockCaseOfNotice(tx, caseId);
    const action = await lockAction(tx, actionId);
    if (action?.personId !== viewer.id || !action.isTold) throw notFound('The notice', 'input.actionId');
    if (!canAppeal(action)) throw conflict('This cannot be appealed, or no longer.', 'input.actionId');
    const appealed = await updateAction(tx, actionId, {
      appealState: 'OPEN',
      appealText: text,
      appealedAt: new Date(),
    });
    await updateCaseState(tx, action.caseId, { state: 'APPEALED', assigneeId: null });
    return { ...appealed, userId: viewer.id };
  });
}

type Answer = { actionId: string; isAccepted: boolean; answer: string };

/** Answers an appeal for the viewer, who is a moderator; one that is granted takes back what was decided. */
export async function decideAppeal(context: Context, { actionId, isAccepted, answer: raw }: Answer): Promise<CaseRow> {
  const viewer = await requireLiveSession(context);
  const answer = readText(raw, { path: 'input.answer', what: 'An answer', max: MAX_ANSWER_LENGTH });
  const decided = await transact(context, async (tx, tell) => {
    const caseId = (await findAction(tx, actionId))?.caseId;
    if (caseId === undefined) throw notFound('The decision', 'input.actionId');
    const { held, person } = await holdCaseAndPerson(tx, caseId, viewer);
    requireJudgeOf(person, viewer);
    const action = await lockAction(tx, actionId);
    if (action?.appealState !== 'OPEN') throw conflict('This appeal is answered, or there is none.', 'input.actionId');
    await requireOtherJudge(tx, action, viewer);
    if (isAccepted) await takeBack({ held, tx, tell }, action);
    await noteAnswer(tx, action, { isAccepted, answer, deciderId: viewer.id });
    return (await hasOpenAppeal(tx, caseId)) ? held : await updateCaseState(tx, caseId, { state: 'RESOLVED' });
  });
  await recountNow(context, decided.personId);
  return decided;
}

type Answered = { isAccepted: boolean; answer: string; deciderId: string };

async function noteAnswer(tx: Db, action: ActionRow, { isAccepted, answer, deciderId }: Answered): Promise<void> {
  const appealState = isAccepted ? 'GRANTED' : 'REFUSED';
  const now = new Date();
  await updateAction(tx, action.id, {
    appealState,
    appealAnswer: answer,
    appealDeciderId: deciderId,
    appealDecidedAt: now,
    ...(isAccepted && { revertedAt: action.revertedAt ?? now }),
  });
  await noteAction(tx, {
    actorId: deciderId,
    action: 'DECIDE_APPEAL',
    target: { kind: 'CASE', id: action.caseId },
    metadata: { actionId: action.id, decided: action.kind, answer: appealState },
  });
}

import { invalid } from '@nexus/kit/errors';
import { readText } from '@nexus/kit/text';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../../context.ts';
import { blockUser } from '../../relationship/block/block.service.ts';
import { requireLiveSession } from '../../session/live-session.ts';
import type { ReportReason } from '../../tables/moderation.ts';
import { findPeople } from '../../user/user.store.ts';
import { insertEvidence, insertReport, openCase } from './report.store.ts';
import { findSubject, type Subject } from './subject.service.ts';

const MAX_COMMENT_LENGTH = 1_000;

type Report = {
  subjectId: string;
  reason: ReportReason;
  comment?: string | null | undefined;
  alsoBlock?: boolean | null | undefined;
};

/**
 * Reports a person, post or comment that the viewer sees: it joins what is open about it, with what it says now. A second
 * report by the same person changes nothing until the first is decided.
 */
export async function reportContent(
  context: Context,
  { subjectId, reason, alsoBlock, ...said }: Report,
): Promise<void> {
  const viewer = await requireLiveSession(context);
  const comment = readComment(said.comment);
  await context.limits.reports.consume(viewer.id);
  const subject = await findSubject(context, subjectId, viewer);
  if (subject.personId === viewer.id) throw invalid('input.subjectId', 'This is your own.');
  await noteReport(context, { subject, reporterId: viewer.id, reason, comment });
  if (alsoBlock) await blockUser(context, subject.personId);
}

function readComment(raw: string | null | undefined): string | null {
  const rule = { path: 'input.comment', what: 'A comment', max: MAX_COMMENT_LENGTH, mayBeEmpty: true };
  const comment = readText(raw ?? '', rule);
  return comment === '' ? null : comment;
}

type Noted = { subject: Subject; reporterId: string; reason: ReportReason; comment: string | null };

async function noteReport(context: Context, { subject, ...report }: Noted): Promise<void> {
  await transact(context, async (tx) => {
    // Their neighbours may know of somebody who is not here any more.
    if ((await findPeople(tx, [subject.personId])).length === 0) return;
    const caseId = await openCase(tx, subject);
    const isNew = await insertReport(tx, { caseId, ...report });
    if (isNew && subject.text !== null) await insertEvidence(tx, { caseId, text: subject.text });
  });
}

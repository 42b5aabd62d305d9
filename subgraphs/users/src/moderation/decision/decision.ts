import type { ContentLabel, SubjectKind } from '@nexus/contracts/events';
import { conflict, invalid } from '@nexus/kit/errors';
import { readText } from '@nexus/kit/text';
import type { ActionKind, CaseRow } from '../../tables/moderation.ts';

const MAX_REASON_LENGTH = 1_000;
const MIN_SECONDS = 60;
const MAX_SECONDS = 10 * 366 * 86_400;

/** What a moderator decides. */
export type Decision = {
  kind: ActionKind;
  reason: string;
  label: ContentLabel | null;
  expiresAt: Date | null;
  isTold: boolean;
};

export type DecisionInput = {
  kind: ActionKind;
  reason: string;
  label?: ContentLabel | null | undefined;
  durationSeconds?: number | null | undefined;
  notifyUser?: boolean | null | undefined;
};

/** What a decision can be about; a suspension is of the person behind a post or comment. */
const FITTING: Record<ActionKind, readonly SubjectKind[]> = {
  DISMISS: ['USER', 'POST', 'COMMENT'],
  WARN: ['USER', 'POST', 'COMMENT'],
  LABEL: ['POST'],
  LIMIT_VISIBILITY: ['USER', 'POST'],
  REMOVE_CONTENT: ['POST', 'COMMENT'],
  RESTORE_CONTENT: ['USER', 'POST', 'COMMENT'],
  SUSPEND: ['USER', 'POST', 'COMMENT'],
  UNSUSPEND: ['USER', 'POST', 'COMMENT'],
};

/** What the input decides, as far as it makes sense by itself. */
export function readDecision({ kind, reason, label: named, durationSeconds, notifyUser }: DecisionInput): Decision {
  const label = named ?? null;
  if ((kind === 'LABEL') !== (label !== null)) throw invalid('input.label', 'Name a label with LABEL, and only then.');
  return {
    kind,
    reason: readText(reason, { path: 'input.reason', what: 'A reason', max: MAX_REASON_LENGTH }),
    label,
    expiresAt: readExpiry(kind, durationSeconds),
    isTold: notifyUser !== false && kind !== 'DISMISS',
  };
}

function readExpiry(kind: ActionKind, seconds: number | null | undefined): Date | null {
  if (seconds === null || seconds === undefined) return null;
  const path = 'input.durationSeconds';
  if (kind !== 'SUSPEND') throw invalid(path, 'Only a suspension ends by itself.');
  if (seconds < MIN_SECONDS || seconds > MAX_SECONDS) throw invalid(path, 'Suspend for a minute to ten years.');
  return new Date(Date.now() + seconds * 1_000);
}

/** Refuses a decision that the case does not take, for what it is about or for where it is. */
export function requireFitting({ kind }: Pick<Decision, 'kind'>, { subjectKind, state }: CaseRow): void {
  if (!FITTING[kind].includes(subjectKind)) {
    throw invalid('input.kind', `${kind} is for ${FITTING[kind].join(' and ')}, and this is a ${subjectKind}.`);
  }
  if (state === 'APPEALED') throw conflict('Answer the appeal first.', 'input.caseId');
  if (state === 'DISMISSED') throw conflict('This case is dismissed.', 'input.caseId');
  if (state === 'RESOLVED' && kind === 'DISMISS') throw conflict('This case is decided.', 'input.caseId');
}

import type { Finding } from '../finding.ts';
import type { Approval } from './read-approvals.ts';

export type Approved = { finding: Finding; approval: Approval };

/** Findings that stand, with what there is to say of the approvals themselves, and those that were approved. */
export type Judgement = { findings: Finding[]; approved: Approved[] };

/** Applies approvals to findings; `today` is a date in UTC (`2026-11-21`). */
export function approve(findings: readonly Finding[], approvals: readonly Approval[], today: string): Judgement {
  const approvable = findings.filter(({ severity }) => severity !== 'notice');
  const valid = approvals.filter(({ expires }) => expires >= today);
  const approved = approvable.flatMap((finding) => {
    const approval = valid.find((candidate) => covers(candidate, finding));
    return approval ? [{ finding, approval }] : [];
  });
  const settled = new Set(approved.map(({ finding }) => finding));
  const remarks = approvals.flatMap((approval) => {
    const isNeeded = approvable.some((finding) => covers(approval, finding));
    if (!isNeeded) return unused(approval);
    return valid.includes(approval) ? [] : expired(approval);
  });
  return { findings: [...findings.filter((finding) => !settled.has(finding)), ...remarks], approved };
}

function covers({ code, coordinate, operation, variant }: Approval, finding: Finding): boolean {
  return (
    code === finding.code &&
    (coordinate === undefined || coordinate === finding.coordinate) &&
    (variant === undefined || variant === finding.variant) &&
    (operation === undefined || finding.operations.some(({ name }) => name === operation))
  );
}

const expired = (approval: Approval): Finding => ({
  code: 'APPROVAL_EXPIRED',
  severity: 'warning',
  message: `${approval.by} approved ${subjectOf(approval)} until ${approval.expires}: ${approval.reason}`,
  remedy: 'Mend what was approved, or approve it anew with a later date.',
  ...aboutNothingElse(approval),
});

const unused = (approval: Approval): Finding => ({
  code: 'APPROVAL_UNUSED',
  severity: 'notice',
  message: `Nothing needs the approval of ${subjectOf(approval)} by ${approval.by}.`,
  remedy: 'Remove it.',
  ...aboutNothingElse(approval),
});

const aboutNothingElse = ({ coordinate, variant, place }: Approval) => ({ coordinate, variant, place, operations: [] });

const subjectOf = ({ code, coordinate, operation, variant }: Approval): string =>
  [code, coordinate, operation, variant && `in ${variant}`].filter(Boolean).join(' ');

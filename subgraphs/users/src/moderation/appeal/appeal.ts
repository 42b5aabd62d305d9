import type { ActionRow } from '../../tables/moderation.ts';

/** As long as what was reported is kept after the decision. */
const APPEAL_DAYS = 180;
const DAY_MS = 86_400_000;

const APPEALABLE: readonly ActionRow['kind'][] = ['WARN', 'LABEL', 'LIMIT_VISIBILITY', 'REMOVE_CONTENT', 'SUSPEND'];

/** Whether its person can appeal a decision: once, while it stands, within 180 days. */
export function canAppeal({ kind, isTold, appealState, revertedAt, createdAt }: ActionRow): boolean {
  const isRecent = Date.now() - createdAt.getTime() < APPEAL_DAYS * DAY_MS;
  return isTold && APPEALABLE.includes(kind) && appealState === null && revertedAt === null && isRecent;
}

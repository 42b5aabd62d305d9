import { requireViewer } from '@nexus/contracts/agreement';
import { conflict, invalid } from '@nexus/kit/errors';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { requirePublishable } from '../post/publish-asked.service.ts';
import { readContent } from '../post/read-content.ts';
import type { DraftRow } from '../tables/content.ts';
import { findOwnDraft } from './draft.service.ts';
import { countWaiting, holdDraftsOf, updateDraft } from './draft.store.ts';

const MINUTE_MS = 60_000;
const YEAR_MS = 366 * 24 * 60 * MINUTE_MS;
const MAX_WAITING = 300;
const MAX_A_DAY = 25;
const DRAFT = 'input.draftId';
const PUBLISH_AT = 'input.publishAt';

/** Has a draft of the viewer published at a time, or at another one; refused unless it could be published now. */
export async function schedulePost(context: Context, draftId: string, publishAt: Date): Promise<DraftRow> {
  const viewer = requireViewer(context);
  const ahead = publishAt.getTime() - Date.now();
  if (ahead < MINUTE_MS || ahead > YEAR_MS) throw invalid(PUBLISH_AT, 'Choose a time 1 minute to 1 year from now.');
  return await transact(context, async (tx) => {
    await holdDraftsOf(tx, viewer.id);
    const draft = await findOwnDraft(tx, draftId, viewer);
    const content = readContent(draft.content, DRAFT);
    await requirePublishable(tx, { content, path: DRAFT, quotedPath: DRAFT }, viewer.id);
    const { total, sameDay } = await countWaiting(tx, draft, publishAt);
    if (total >= MAX_WAITING) throw conflict(`At most ${MAX_WAITING} posts wait for their time.`, DRAFT);
    if (sameDay >= MAX_A_DAY) throw conflict(`At most ${MAX_A_DAY} posts are scheduled for one day.`, PUBLISH_AT);
    return await updateDraft(tx, draft.id, { scheduledFor: publishAt, dueAt: publishAt, attempts: 0, failure: null });
  });
}

/** Has a draft of the viewer published at no time. */
export async function unschedulePost(context: Context, draftId: string): Promise<DraftRow> {
  const viewer = requireViewer(context);
  return await transact(context, async (tx) => {
    const draft = await findOwnDraft(tx, draftId, viewer);
    return await updateDraft(tx, draft.id, { scheduledFor: null, dueAt: null, attempts: 0, failure: null });
  });
}

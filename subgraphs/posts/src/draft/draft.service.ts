import { requireViewer } from '@nexus/contracts/agreement';
import type { Viewer } from '@nexus/contracts/viewer';
import type { Db } from '@nexus/kit/database';
import { conflict, notFound } from '@nexus/kit/errors';
import { once, readClaim } from '@nexus/kit/idempotency';
import { newId } from '@nexus/kit/new-id';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import type { AskedPost } from '../post/asked-post.ts';
import { requirePublishable } from '../post/publish-asked.service.ts';
import { readContent } from '../post/read-content.ts';
import type { DraftRow } from '../tables/content.ts';
import { idempotency } from '../tables/once.ts';
import {
  countDrafts,
  deleteDraftOf,
  findDraftForUpdate,
  holdDraftsOf,
  insertDraft,
  updateDraft,
} from './draft.store.ts';

const MAX_DRAFTS = 1_000;
const CONTENT = 'input.content';

/** What somebody keeps, and which draft it changes. */
export type Kept = { asked: AskedPost; draftId: string | null };

/** Keeps a new draft of the viewer, or changes one; what waits for its time is only changed to what may be published. */
export async function saveDraft(context: Context, body: Kept, key?: string | null): Promise<DraftRow> {
  const viewer = requireViewer(context);
  const content = readContent(body.asked, CONTENT, { isDraft: true });
  const operation = 'saveDraft';
  const claim = readClaim(context, { table: idempotency, operation, actorId: viewer.id, key, body });
  return await transact(context, (tx) =>
    once(tx, claim, {
      work: async () => {
        if (body.draftId === null) return await addDraft(tx, content, viewer);
        return await rewrite(tx, await findOwnDraft(tx, body.draftId, viewer), content);
      },
      idsOf: ({ id }) => ({ draftId: id }),
      recall: ({ draftId }) => findOwnDraft(tx, draftId, viewer),
    }),
  );
}

async function addDraft(tx: Db, content: AskedPost, { id: userId }: Viewer): Promise<DraftRow> {
  await holdDraftsOf(tx, userId);
  if ((await countDrafts(tx, userId)) >= MAX_DRAFTS) throw conflict(`At most ${MAX_DRAFTS} drafts are kept.`);
  return await insertDraft(tx, { id: newId(), userId, content });
}

async function rewrite(tx: Db, draft: DraftRow, content: AskedPost): Promise<DraftRow> {
  if (draft.dueAt !== null) {
    await requirePublishable(tx, { content: readContent(content, CONTENT), path: CONTENT }, draft.userId);
  }
  return await updateDraft(tx, draft.id, { content, updatedAt: new Date() });
}

/** Forgets a draft of the viewer. */
export async function deleteDraft(context: Context, draftId: string): Promise<void> {
  const { id } = requireViewer(context);
  if (!(await transact(context, (tx) => deleteDraftOf(tx, draftId, id)))) throw notFound('The draft', 'input.draftId');
}

/** A draft of the viewer, held until the transaction ends; NOT_FOUND for anybody else's. */
export async function findOwnDraft(tx: Db, draftId: string, viewer: Viewer): Promise<DraftRow> {
  const draft = await findDraftForUpdate(tx, draftId, viewer.id);
  if (!draft) throw notFound('The draft', 'input.draftId');
  return draft;
}

import type { Services } from '@nexus/contracts/agreement';
import { findUserRefsByIds } from '@nexus/contracts/projections/user-ref';
import type { Db } from '@nexus/kit/database';
import { forbidden, Refusal } from '@nexus/kit/errors';
import { repeat } from '@nexus/kit/repeat';
import { publishAsked } from '../post/publish-asked.service.ts';
import { readContent } from '../post/read-content.ts';
import type { DraftRow } from '../tables/content.ts';
import { userRefs } from '../tables/projections.ts';
import { deleteDraftOf, takeDueDraft, updateDraft } from './draft.store.ts';

type Publishing = Pick<Services, 'db' | 'events' | 'logger'>;

const EVERY_MS = 500;
/** So many are published at once: many people choose the same full hour. */
const LANES = 4;
const MAX_ATTEMPTS = 5;
const GAVE_UP = 'Something went wrong on our side. Schedule it again.';

/** Publishes scheduled drafts at their time until stopped; several processes may do so at once. */
export function startPublishingDue(services: Publishing): () => Promise<void> {
  const name = 'publishing scheduled posts';
  return repeat(() => publishDue(services), { name, everyMs: EVERY_MS, logger: services.logger });
}

/** Publishes the next drafts that are due. */
export async function publishDue(services: Publishing): Promise<{ hasMore: boolean }> {
  if (!(await publishNext(services))) return { hasMore: false };
  await Promise.all(Array.from({ length: LANES - 1 }, () => publishNext(services)));
  return { hasMore: true };
}

/**
 * Publishes a draft and forgets it in one transaction, so that it is published once, whoever dies over it. What must not
 * be published says why; what fails for another reason is tried again.
 */
async function publishNext({ db, events, logger }: Publishing): Promise<boolean> {
  return await db.transaction(async (tx) => {
    const draft = await takeDueDraft(tx);
    if (!draft) return false;
    try {
      await tx.transaction((attempt) => publish(attempt, draft, events));
    } catch (error) {
      if (!(error instanceof Refusal)) logger.error({ err: error, draft: draft.id }, 'a scheduled post failed');
      await updateDraft(tx, draft.id, afterFailure(draft, error));
    }
    return true;
  });
}

async function publish(tx: Db, { id, userId, content: kept }: DraftRow, events: Services['events']): Promise<void> {
  const [author] = await findUserRefsByIds(tx, userRefs, [userId]);
  if (author && author.state !== 'ACTIVE') throw forbidden('The account was not in use.');
  await deleteDraftOf(tx, id, userId);
  const content = readContent(kept, 'content');
  // Nobody waits for it to be heard.
  await publishAsked(tx, events.teller(tx, []), { authorId: userId, submissions: [{ content, path: 'content' }] });
}

/** A refusal is final. Anything else may pass: it is tried again after 2, 4, 8 and 16 seconds. */
function afterFailure({ attempts: before }: DraftRow, error: unknown): Partial<DraftRow> {
  const attempts = before + 1;
  if (error instanceof Refusal) return { attempts, dueAt: null, failure: error.message };
  if (attempts >= MAX_ATTEMPTS) return { attempts, dueAt: null, failure: GAVE_UP };
  return { attempts, dueAt: new Date(Date.now() + 1_000 * 2 ** attempts) };
}

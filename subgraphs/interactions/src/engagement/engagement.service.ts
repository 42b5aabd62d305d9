import type { Services } from '@nexus/contracts/agreement';
import { alone } from '@nexus/kit/alone';
import { repeat } from '@nexus/kit/repeat';
import { recountDue } from './engagement.store.ts';

const TELL = { name: 'telling how much people do with posts', everyMs: 1_000 };
const PAGE = 200;

type Desk = Pick<Services, 'db' | 'events' | 'logger'>;

/**
 * Tells, once a second and until stopped, of how many people did something with each post where that may have changed:
 * of a post once in a round, however much happened in between.
 */
export function startTellingEngagement(desk: Desk): () => Promise<void> {
  return repeat(() => tellAllDue(desk), { ...TELL, logger: desk.logger });
}

/** A round: each page of posts and what is told of it are one transaction. */
async function tellAllDue({ db, events }: Desk): Promise<{ hasMore: boolean }> {
  for (let after: string | null = null; ; ) {
    const page: string[] = [];
    await alone(db, TELL.name, async (tx) => {
      // Nobody waits for posts to hear it.
      const tell = events.teller(tx, []);
      for (const engagement of await recountDue(tx, { after, limit: PAGE })) {
        await tell('interactions.engagement.changed.v1', engagement);
        page.push(engagement.postId);
      }
      return { hasMore: false };
    });
    if (page.length < PAGE) return { hasMore: false };
    after = page.at(-1) ?? null;
  }
}

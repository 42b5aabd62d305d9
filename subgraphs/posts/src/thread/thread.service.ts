import { requireViewer } from '@nexus/contracts/agreement';
import type { Viewer } from '@nexus/contracts/viewer';
import type { Db } from '@nexus/kit/database';
import { invalid, notFound } from '@nexus/kit/errors';
import { once, readClaim } from '@nexus/kit/idempotency';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import type { AskedPost } from '../post/asked-post.ts';
import { publishAsked } from '../post/publish-asked.service.ts';
import { readContent } from '../post/read-content.ts';
import { idempotency } from '../tables/once.ts';
import type { PostRow } from '../tables/posts.ts';
import { findThreads } from './thread.store.ts';

const LENGTH = { min: 2, max: 25 };

/** Where in the input a post of a thread stands. */
export const pathOfPost = (index: number): string => `input.posts.${index}`;

/** Refuses more or fewer posts than a thread has. */
export function requireLength({ length }: readonly unknown[]): void {
  if (length < LENGTH.min || length > LENGTH.max) {
    throw invalid('input.posts', `A thread has ${LENGTH.min} to ${LENGTH.max} posts.`);
  }
}

/** Publishes posts of the viewer as one thread, all or none of them; once, however often it is asked with one key. */
export async function createThread(
  context: Context,
  asked: readonly AskedPost[],
  key?: string | null,
): Promise<PostRow[]> {
  const viewer = requireViewer(context);
  const submissions = asked.map((one, index) => {
    const path = pathOfPost(index);
    return { content: readContent(one, path), path };
  });
  const operation = 'createThread';
  const claim = readClaim(context, { table: idempotency, operation, actorId: viewer.id, key, body: asked });
  return await transact(context, (tx, tell) =>
    once(tx, claim, {
      work: () => publishAsked(tx, tell, { authorId: viewer.id, submissions }),
      idsOf: ([root]) => ({ rootId: root?.id ?? '' }),
      recall: ({ rootId }) => findPublished(tx, rootId, viewer),
    }),
  );
}

/** A thread that was published before, as it is now. */
async function findPublished(tx: Db, rootId: string, viewer: Viewer): Promise<PostRow[]> {
  const posts = await findThreads(tx, [rootId], { page: { first: LENGTH.max }, viewerId: viewer.id });
  if (posts.length === 0) throw notFound('The thread');
  return posts;
}

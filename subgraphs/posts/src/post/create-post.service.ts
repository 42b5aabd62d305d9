import { requireViewer } from '@nexus/contracts/agreement';
import type { Viewer } from '@nexus/contracts/viewer';
import type { Db } from '@nexus/kit/database';
import { notFound } from '@nexus/kit/errors';
import { once, readClaim } from '@nexus/kit/idempotency';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { deleteDraftOf } from '../draft/draft.store.ts';
import { idempotency } from '../tables/once.ts';
import type { PostRow } from '../tables/posts.ts';
import type { AskedPost } from './asked-post.ts';
import { findPostsByIds } from './post.store.ts';
import { publishAsked } from './publish-asked.service.ts';
import { readContent } from './read-content.ts';

/** What somebody publishes, and the draft that it came of. */
export type NewPublication = { asked: AskedPost; draftId: string | null };

/** Publishes a post of the viewer; once, however often it is asked with one key. The draft that it came of is gone then. */
export async function createPost(context: Context, body: NewPublication, key?: string | null): Promise<PostRow> {
  const viewer = requireViewer(context);
  const { asked, draftId } = body;
  const path = 'input.content';
  const content = readContent(asked, path);
  const operation = 'createPost';
  const claim = readClaim(context, { table: idempotency, operation, actorId: viewer.id, key, body });
  return await transact(context, (tx, tell) =>
    once(tx, claim, {
      work: async () => {
        if (draftId !== null) await consumeDraft(tx, draftId, viewer);
        const [post] = await publishAsked(tx, tell, { authorId: viewer.id, submissions: [{ content, path }] });
        if (!post) throw new Error('nothing was published');
        return post;
      },
      idsOf: ({ id }) => ({ postId: id }),
      recall: ({ postId }) => findPublished(tx, postId, viewer),
    }),
  );
}

/** A draft is published once: whoever comes second, a schedule or another device, finds it gone. */
async function consumeDraft(tx: Db, draftId: string, { id }: Viewer): Promise<void> {
  if (!(await deleteDraftOf(tx, draftId, id))) throw notFound('The draft', 'input.draftId');
}

/** A post that was published before, as it is now. */
async function findPublished(tx: Db, postId: string, viewer: Viewer): Promise<PostRow> {
  const [post] = await findPostsByIds(tx, [postId], viewer.id);
  if (!post) throw notFound('The post');
  return post;
}

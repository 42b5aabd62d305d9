import type { Services } from '@nexus/contracts/agreement';
import { AUTHORIZE_PATH, authorizeQuestion } from '@nexus/contracts/authorize-post';
import { addInternalRoute } from '@nexus/contracts/neighbour';
import type { App } from '@nexus/kit/subgraph';
import { findPostsByIds } from './post.store.ts';
import { snapshotOf } from './post-snapshot.ts';

/** Lets interactions ask about a post of which it has not heard yet, for somebody who acts on it. */
export function addAuthorizeRoute(app: App, { db, secret }: Pick<Services, 'db' | 'secret'>): void {
  addInternalRoute(app, secret, {
    name: 'posts',
    path: AUTHORIZE_PATH,
    body: authorizeQuestion,
    answer: async ({ postId, viewerId }) => {
      const [post] = await findPostsByIds(db, [postId], viewerId);
      return { post: post ? snapshotOf(post) : null };
    },
  });
}

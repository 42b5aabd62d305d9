import type { Services } from '@nexus/contracts/agreement';
import { addInternalRoute } from '@nexus/contracts/neighbour';
import { SUBJECT_PATH, type SubjectAnswer, subjectQuestion } from '@nexus/contracts/reported-subject';
import type { App } from '@nexus/kit/subgraph';
import { findPostsByIds } from '../post/post.store.ts';

/** Lets users ask what a post says that somebody reports. */
export function addSubjectRoute(app: App, { db, secret }: Pick<Services, 'db' | 'secret'>): void {
  addInternalRoute(app, secret, {
    name: 'posts',
    path: SUBJECT_PATH,
    body: subjectQuestion,
    answer: async ({ subjectId, viewerId }): Promise<SubjectAnswer> => {
      const [post] = await findPostsByIds(db, [subjectId], viewerId);
      return { subject: post ? { authorId: post.authorId, text: post.text } : null };
    },
  });
}

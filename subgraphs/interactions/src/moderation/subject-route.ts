import type { Services } from '@nexus/contracts/agreement';
import { addInternalRoute } from '@nexus/contracts/neighbour';
import { SUBJECT_PATH, type SubjectAnswer, subjectQuestion } from '@nexus/contracts/reported-subject';
import type { App } from '@nexus/kit/subgraph';
import { findReadableComment } from './moderation.store.ts';

/** Lets users ask what a comment says that somebody reports. */
export function addSubjectRoute(app: App, { db, secret }: Pick<Services, 'db' | 'secret'>): void {
  addInternalRoute(app, secret, {
    name: 'interactions',
    path: SUBJECT_PATH,
    body: subjectQuestion,
    answer: async ({ subjectId, viewerId }): Promise<SubjectAnswer> => ({
      subject: (await findReadableComment(db, subjectId, viewerId)) ?? null,
    }),
  });
}

import type { Services } from '@nexus/contracts/agreement';
import {
  ANALYTICS_PATH,
  type AnalyticsAnswer,
  type AnalyticsQuestion,
  analyticsQuestion,
} from '@nexus/contracts/analytics-file';
import { addInternalRoute } from '@nexus/contracts/neighbour';
import { Refusal } from '@nexus/kit/errors';
import type { App } from '@nexus/kit/subgraph';
import { findVisiblePosts } from '../post/post.store.ts';
import { findTimelines } from './analytics.service.ts';
import { toCsv, toJson } from './analytics-file.ts';
import { readWindow } from './window.ts';

/** Lets the gateway give people their analytics as a file. */
export function addAnalyticsRoute(app: App, services: Pick<Services, 'db' | 'secret'>): void {
  addInternalRoute(app, services.secret, {
    name: 'interactions',
    path: ANALYTICS_PATH,
    body: analyticsQuestion,
    answer: (question) => answerQuestion(services, question),
  });
}

async function answerQuestion(
  { db }: Pick<Services, 'db'>,
  { userId, postId, format, from, to, ...by }: AnalyticsQuestion,
): Promise<AnalyticsAnswer | undefined> {
  if (postId !== null) {
    const [post] = await findVisiblePosts(db, [postId], userId);
    if (post?.authorId !== userId) return undefined;
  }
  try {
    const window = readWindow({ range: { from: new Date(from), to: new Date(to) }, ...by }, 'DAY');
    const [timeline] = await findTimelines(db, [postId ?? userId], { window, viewerId: userId });
    if (!timeline) return undefined;
    const file = { timeline, window, postId };
    return { file: format === 'csv' ? toCsv(file) : toJson(file) };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.message };
    throw error;
  }
}

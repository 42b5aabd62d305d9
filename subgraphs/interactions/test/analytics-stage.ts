import type { TestSubgraph } from '@nexus/contracts/testing';
import { askEntities, type Person } from '@nexus/contracts/testing/told';
import { newId } from '@nexus/kit/new-id';
import { uuidOf } from './stage.ts';

const SERIES = `series(metrics: [IMPRESSIONS, UNIQUE_VIEWERS, REACTIONS, COMMENTS, SHARES, BOOKMARKS, FOLLOWERS_GAINED, POSTS]) {
  metric total previousTotal points { at value } } engagementRate fromFollowersRatio`;

export type Window = { from: string; to: string; granularity?: string; timeZone?: string };
type Series = { metric: string; total: number; previousTotal: number; points: { at: string; value: number }[] };
export type Shown = { series: Series[]; engagementRate: number | null; fromFollowersRatio: number | null };

const argsOf = ({ from, to, granularity = 'DAY', timeZone = 'UTC' }: Window) =>
  `range: { from: "${from}", to: "${to}" }, granularity: ${granularity}, timeZone: "${timeZone}"`;

/** The analytics of a post as somebody sees them. */
export async function analyticsOfPost(
  subgraph: TestSubgraph,
  { postId, viewer, window }: { postId: string; viewer: Person; window: Window },
): Promise<Shown | null> {
  const selection = `analytics(${argsOf(window)}) { ${SERIES} }`;
  const [post] = await askEntities(subgraph, { typename: 'Post', ids: [postId], selection }, viewer.viewer);
  return post.analytics;
}

/** The analytics of somebody, for themselves. */
export async function analyticsOf(
  subgraph: TestSubgraph,
  { viewer }: Person,
  { window, selection = SERIES }: { window: Window; selection?: string },
) {
  const { data, errors } = await subgraph.ask(
    `{ viewer { analytics(${argsOf(window)}) { ${selection} } } }`,
    {},
    viewer,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.viewer.analytics;
}

export const totalOf = (shown: Shown | null, metric: string) => shown?.series.find((it) => it.metric === metric)?.total;
export const valuesOf = (shown: Shown | null, metric: string) =>
  shown?.series.find((it) => it.metric === metric)?.points.map(({ value }) => value);

/** Likes of a post by people who are not known otherwise, at the given times. */
export async function likeAt({ database }: TestSubgraph, postId: string, times: readonly string[]): Promise<void> {
  const post = uuidOf('post', postId);
  const rows = times.map((at) => ({
    id: newId(),
    user_id: newId(),
    target_id: post,
    post_id: post,
    kind: 'LIKE',
    created_at: at,
  }));
  await database.sql`insert into interactions.reaction ${database.sql(rows)}`;
}

import { encodeId } from '@nexus/contracts/ids';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { findBroken } from '../../scripts/invariants/run.ts';
import { sharedSeededGraph } from './seeded-graph.ts';

const graph = await sharedSeededGraph();
const sql = postgres(graph.adminUrl, { max: 1, onnotice: () => undefined });
afterAll(() => sql.end());

const [span] = await sql<{ first: Date; last: Date }[]>`
  select min(created_at) as first, max(created_at) as last from interactions.reaction`;
const DAYS = 365;
const DAY_MS = 86_400_000;
const until = new Date(Math.floor((span?.last.getTime() ?? 0) / DAY_MS + 1) * DAY_MS);
const range = { from: new Date(until.getTime() - DAYS * DAY_MS).toISOString(), to: until.toISOString() };

/** Whose posts were liked most: their answers are long. */
const authors = await sql<{ author_id: string; likes: number }[]>`
  select p.author_id, count(*)::integer as likes from interactions.reaction r
  join posts.post p on p.id = r.target_id group by 1 order by 2 desc limit 5`;

async function analyticsOf(authorId: string, selection: string, timeZone = 'UTC') {
  const { token } = await graph.signInAs(graph.externalOf(encodeId('user', authorId)));
  const { data, errors } = await graph.ask(
    `query ($range: DateRangeInput!, $timeZone: String) { viewer { analytics(range: $range, timeZone: $timeZone) { ${selection} } } }`,
    { range, timeZone },
    token,
  );
  expect(errors).toBeUndefined();
  return data.viewer.analytics;
}

type Point = { at: string; value: number };

test.each(['UTC', 'America/Sao_Paulo', 'Asia/Kolkata'])(
  'likes per day in %s are those of the data set',
  async (zone) => {
    for (const { author_id: author } of authors) {
      const { series } = await analyticsOf(author, 'series(metrics: [REACTIONS]) { total points { at value } }', zone);
      const truth = await sql<{ day: string; likes: number }[]>`
      select to_char(r.created_at at time zone ${zone}, 'YYYY-MM-DD') as day, count(*)::integer as likes
      from interactions.reaction r join posts.post p on p.id = r.target_id
      where p.author_id = ${author} and r.created_at >= ${range.from}::timestamptz - interval '2 days'
        and r.created_at < ${range.to}::timestamptz + interval '2 days'
      group by 1 order by 1`;
      const local = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
      const shown = series[0].points.map(({ at, value }: Point) => ({ day: local.format(new Date(at)), likes: value }));
      const days = new Set(shown.map(({ day }: { day: string }) => day));
      expect(shown.filter(({ likes }: { likes: number }) => likes > 0)).toEqual(
        truth.filter(({ day }) => days.has(day)),
      );
      expect(series[0].total).toBeGreaterThan(0);
    }
  },
);

test('the most liked posts of an author are those of the data set', async () => {
  for (const { author_id: author } of authors) {
    const { topPosts } = await analyticsOf(
      author,
      'topPosts(metric: REACTIONS, first: 20) { value post { id reactionCount } }',
    );
    const truth = await sql<{ likes: number }[]>`
      select count(*)::integer as likes from interactions.reaction r join posts.post p on p.id = r.target_id
      where p.author_id = ${author} and r.created_at >= ${range.from} and r.created_at < ${range.to}
      group by p.id order by 1 desc limit 20`;
    expect(topPosts.map(({ value }: { value: number }) => value)).toEqual(truth.map(({ likes }) => likes));
    for (const { value, post } of topPosts) expect(post.reactionCount).toBeGreaterThanOrEqual(value);
  }
});

test('what was imported is in all series, and posts knows of it', async () => {
  const findings = await findBroken(graph.adminUrl);
  expect(findings.filter(({ differences }) => differences.length > 0)).toEqual([]);
}, 60_000);

test('hashtags have as many posts as the data set says', async () => {
  const truth = await sql<{ name: string; postCount: number }[]>`
    select hashtag.name, count(*)::integer as "postCount" from posts.post, unnest(hashtag_ids) as used(id)
    join posts.hashtag on hashtag.id = used.id group by 1 order by 2 desc, 1 limit 40`;
  const shown = [];
  for (const { name } of truth) {
    const { data } = await graph.ask('query ($name: String!) { hashtag(name: $name) { name postCount } }', { name });
    shown.push(data.hashtag);
  }
  expect(shown).toEqual(truth);
});

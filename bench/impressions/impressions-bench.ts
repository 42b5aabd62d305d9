import { setTimeout as delay } from 'node:timers/promises';
import { agreement } from '@nexus/contracts/agreement';
import { events as catalog } from '@nexus/contracts/events';
import { interactionsSubgraph } from '@nexus/interactions/subgraph';
import { createLogger } from '@nexus/kit/log';
import { roleUrl } from '@nexus/kit/migrations';
import { newId } from '@nexus/kit/new-id';
import { startSubgraph } from '@nexus/kit/server';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import { SERIES } from '../../scripts/invariants/series.ts';
import { startDatabase } from '../database.ts';
import { type Place, sendImpressions } from './load.ts';
import { readOptions } from './options.ts';
import { forget, ofImpressions, readSent, startCounting, sumOf } from './statements.ts';

const SECRET = 'a secret for benchmarks only, known to all';
const VIEWERS = 500;
const POSTS = 5_000;

/** Impressions at a fixed rate: how many statements they cost Postgres, beside those it gets anyway, and what is lost. */
export async function benchImpressions(args: string[], resources: AsyncDisposableStack): Promise<void> {
  const options = readOptions(args);
  const { place, admin } = await prepare(resources);
  await sendImpressions(place, { ...options, rate: 100, batch: 1, seconds: 2 });
  console.error(`At rest for ${options.seconds} s …`);
  await forget(admin);
  await delay(options.seconds * 1_000);
  const atRest = sumOf(await readSent(admin));
  const [before] = await admin`select count(*)::integer as rows from interactions.impression`;
  console.error(`${options.rate} impressions a second for ${options.seconds} s …`);
  await forget(admin);
  const began = performance.now();
  const result = await sendImpressions(place, options);
  const seconds = (performance.now() - began) / 1_000;
  const sent = await readSent(admin);
  const [after] = await admin`select count(*)::integer as rows from interactions.impression`;
  const wrong = await countWrong(admin);
  const perSecond = (calls: number, during = seconds) => (calls / during).toFixed(1);
  const sorted = result.milliseconds.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]?.toFixed(0);
  printTable([
    ['impressions sent a second', perSecond(result.sent)],
    ['of them accepted, a second', perSecond(result.accepted)],
    ['refused', String(result.refused)],
    ['statements a second that write them', perSecond(sumOf(ofImpressions(sent)))],
    ['all statements a second meanwhile', perSecond(sumOf(sent))],
    ['all statements a second at rest', perSecond(atRest, options.seconds)],
    ['answered after ms, p50', `${at(0.5)}`],
    ['answered after ms, p99', `${at(0.99)}`],
    ['accepted and not there', String(result.accepted - (after?.rows - before?.rows))],
    ['values of series that differ from a recount', String(wrong)],
  ]);
}

function printTable(rows: readonly (readonly [string, string])[]): void {
  console.log(['| impressions | |', '|---|--:|', ...rows.map((cells) => `| ${cells.join(' | ')} |`)].join('\n'));
}

async function countWrong(admin: Sql): Promise<number> {
  return (await drizzle(admin).execute(SERIES)).length;
}

/** interactions on a Postgres of its own that waits for its disk, as in production, with people and posts. */
async function prepare(resources: AsyncDisposableStack): Promise<{ place: Place; admin: Sql }> {
  const settings = { shared_preload_libraries: 'pg_stat_statements' };
  const url = await startDatabase(resources, { secret: SECRET, owners: [interactionsSubgraph], catalog, settings });
  const admin = postgres(url, { max: 1, onnotice: () => undefined });
  resources.defer(() => admin.end());
  await startCounting(admin);
  const people = await fill(admin);
  const running = await startSubgraph(interactionsSubgraph, agreement, {
    host: '127.0.0.1',
    port: 0,
    databaseUrl: roleUrl(url, SECRET, interactionsSubgraph.name),
    redisUrl: undefined,
    secret: SECRET,
    logger: createLogger('bench', 'error'),
  });
  resources.defer(() => running.stop());
  return { place: { url: running.url, secret: SECRET, ...people }, admin };
}

async function fill(admin: Sql): Promise<Pick<Place, 'viewerIds' | 'postIds'>> {
  const viewerIds = Array.from({ length: VIEWERS }, () => newId());
  const postIds = Array.from({ length: POSTS }, () => newId());
  const author = newId();
  await admin`
    insert into interactions.user_ref (id, handle, display_name, is_verified, state, version)
    select id, 'h' || n, 'Person', false, 'ACTIVE', 1
    from unnest(${[author, ...viewerIds]}::uuid[]) with ordinality as person(id, n)`;
  await admin`
    insert into interactions.post_ref (id, author_id, visibility, state, created_at, version)
    select id, ${author}, 'PUBLIC', 'LIVE', now(), 1 from unnest(${postIds}::uuid[]) as post(id)`;
  await admin`analyze`;
  return { viewerIds, postIds };
}

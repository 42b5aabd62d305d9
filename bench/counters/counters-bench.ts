import { events as catalog } from '@nexus/contracts/events';
import { counting } from '@nexus/interactions/tables/counts';
import { foldCounters, startFolding } from '@nexus/kit/counters';
import { connect, type Db } from '@nexus/kit/database';
import { createLogger } from '@nexus/kit/log';
import { newId } from '@nexus/kit/new-id';
import { sql } from 'drizzle-orm';
import { driftOf } from '../../scripts/invariants/counts.ts';
import { startDatabase } from '../database.ts';
import { countLikeUs, countPlainly, countPlainlyAtOnce, LIKES, likes, type Strategy } from './like.ts';
import { type Load, likeAndUnlike, likesPerSecond } from './load.ts';
import { type Options, readOptions } from './options.ts';
import { type Round, tableOf } from './table.ts';

const SECRET = 'a secret for benchmarks only, known to all';
const SERVICE = 'interactions';
const MIGRATIONS = new URL('../../subgraphs/interactions/migrations', import.meta.url);
const POSTS = 10_000;
const TRUTH = sql`select post_id as subject_id, ${LIKES}::text as name, count(*) as value from ${likes} group by 1`;

const STRATEGIES: readonly (readonly [keyof Round, Strategy])[] = [
  ['ours', countLikeUs(counting)],
  ['plain', countPlainly(counting)],
  ['atOnce', countPlainlyAtOnce(counting)],
];

/** Likes on one post and on many, counted our way and plainly, in turn; then whether our counts are exact. */
export async function benchCounters(args: string[], resources: AsyncDisposableStack): Promise<void> {
  const options = readOptions(args);
  const db = await prepare(resources, options.clients);
  const postIds = Array.from({ length: POSTS }, () => newId());
  await db.execute(sql`
    insert into ${counting.counters} (subject_id, name, value)
    select id, ${LIKES}, 0 from unnest(${sql.param(postIds)}::uuid[]) as post(id)`);
  const fold = startFolding(db, counting, createLogger('bench', 'error'));
  resources.defer(fold);
  const loads = { 'on one post': postIds.slice(0, 1), [`on ${POSTS.toLocaleString('en')} posts`]: postIds };
  const measured: Record<string, Round[]> = {};
  for (const [name, targets] of Object.entries(loads)) {
    console.error(`Likes ${name} …`);
    measured[name] = await measure({ db, clients: options.clients, postIds: targets }, options);
  }
  console.log(tableOf(measured));
  console.log(`\n${await checkDrift({ db, clients: options.clients, postIds: postIds.slice(0, 100) }, options)}`);
}

async function prepare(resources: AsyncDisposableStack, clients: number): Promise<Db> {
  const owners = [{ name: SERVICE, migrations: MIGRATIONS }];
  const url = await startDatabase(resources, { secret: SECRET, owners, catalog });
  // One more for folding.
  const database = connect(url, { max: clients + 1 });
  resources.defer(() => database.close());
  await database.db.execute(sql`create table ${likes} (user_id uuid, post_id uuid, primary key (user_id, post_id))`);
  return database.db;
}

/** Whoever goes first finds a smaller table: they take turns in that. The first round warms up. */
async function measure(load: Load, { rounds, seconds }: Options): Promise<Round[]> {
  const measured: Round[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const likes: Partial<Round> = {};
    const order = round % 2 === 0 ? STRATEGIES : STRATEGIES.toReversed();
    for (const [name, count] of order) likes[name] = await likesPerSecond({ ...load, seconds }, count);
    const { ours = 0, plain = 0, atOnce = 0 } = likes;
    if (round > 0) measured.push({ ours, plain, atOnce });
  }
  return measured;
}

/** Half of the operations are on one post: its counter is nearly always held by somebody. */
async function checkDrift(load: Load, { operations }: Options): Promise<string> {
  console.error(`${operations} likes and unlikes at once …`);
  const [hot = ''] = load.postIds;
  const postIds = [...load.postIds, ...load.postIds.map(() => hot)];
  await likeAndUnlike({ ...load, postIds, operations }, countLikeUs(counting));
  const before = await countDrift(load.db);
  while ((await foldCounters(load.db, counting)) > 0);
  const after = await countDrift(load.db);
  return `${operations} likes and unlikes at once: ${before} counts differ from the rows, ${after} after folding.`;
}

async function countDrift(db: Db): Promise<number> {
  return (await db.execute(driftOf(SERVICE, TRUTH))).length;
}

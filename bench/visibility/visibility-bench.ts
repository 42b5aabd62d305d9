import { events as catalog } from '@nexus/contracts/events';
import { readCommandLine, readNumber } from '@nexus/kit/command-line';
import { connect, type Db } from '@nexus/kit/database';
import { readHomeFeedQuery } from '@nexus/posts/feed/feed-query';
import type { FeedRules } from '@nexus/posts/feed/feed-rules.store';
import { findHomeFeed } from '@nexus/posts/feed/home-feed.store';
import postgres from 'postgres';
import { subgraphs } from '../../scripts/subgraphs.ts';
import { generateCrowd, reader } from '../../subgraphs/posts/test/crowd.ts';
import { startDatabase } from '../database.ts';
import { type Round, tableOf } from './table.ts';

const USAGE = 'Usage: npm run bench -- visibility [--rounds 30]';

/** Pages of each kind in a round: one alone is within what a clock and a busy machine add. */
const PAGES = 10;
const WARM_UP_ROUNDS = 3;

/** Shows everything by everybody: a home feed on a network where nobody hides anything. */
const NO_RULES: FeedRules = { admitsPost: undefined, admitsPerson: () => undefined };

/** Reads the same home feed with visibility and without, in turn, and prints what the one costs more. */
export async function benchVisibility(args: string[], resources: AsyncDisposableStack): Promise<void> {
  const { values } = readCommandLine(USAGE, { args, options: { rounds: { type: 'string', default: '30' } } });
  const rounds = readNumber('--rounds', values.rounds, { from: 1, to: 1_000 });
  console.error('Preparing 100,000 people and 120,000 feed items …');
  const db = await prepareCrowd(resources);
  const query = readHomeFeedQuery({ first: 20 }, reader);
  const on = () => findHomeFeed(db, query);
  const off = () => findHomeFeed(db, query, NO_RULES);
  const measured: Round[] = [];
  for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
    // Whoever goes first finds colder caches: they take turns in that, too.
    const turns = round % 2 === 0 ? ([on, off] as const) : ([off, on] as const);
    const [first, second] = [await millisecondsOf(turns[0]), await millisecondsOf(turns[1])];
    if (round >= 0) measured.push(turns[0] === on ? { on: first, off: second } : { on: second, off: first });
  }
  console.log(tableOf(measured));
}

async function prepareCrowd(resources: AsyncDisposableStack): Promise<Db> {
  const settings = { fsync: 'off', synchronous_commit: 'off' };
  const url = await startDatabase(resources, {
    secret: 'a bench has no secrets',
    owners: subgraphs,
    catalog,
    settings,
  });
  const admin = postgres(url, { max: 1, onnotice: () => undefined });
  await generateCrowd(admin);
  await admin.end();
  const database = connect(url, { max: 1 });
  resources.defer(() => database.close());
  return database.db;
}

/** Of one page, in the mean. */
async function millisecondsOf(readPage: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  for (let page = 0; page < PAGES; page += 1) await readPage();
  return (performance.now() - startedAt) / PAGES;
}

import type { Db } from '@nexus/kit/database';
import { type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { COPIES } from '../projections/sources.ts';
import { driftOf, SCORES, TRUTHS } from './counts.ts';
import { FEED_ITEMS, FORGOTTEN } from './feeds.ts';
import { MODERATED } from './moderation.ts';
import { differencesOf } from './projections.ts';
import { ENGAGEMENT, SERIES } from './series.ts';

/** Something that should always hold; its query finds where it does not. */
type Invariant = { name: string; broken: SQL };
export type Difference = { subject: string; what: string };
export type Finding = { name: string; differences: Difference[] };

const INVARIANTS: readonly Invariant[] = [
  ...COPIES.map((copy) => ({ name: `${copy.schema}.${copy.name} is its owner's`, broken: differencesOf(copy) })),
  ...Object.entries(TRUTHS).map(([schema, truth]) => ({
    name: `${schema} counts what is there`,
    broken: driftOf(schema, truth),
  })),
  { name: 'comments are scored by what is below them', broken: SCORES },
  { name: 'series are a recount of the facts', broken: SERIES },
  { name: 'as many people did something with a post as is told', broken: ENGAGEMENT },
  { name: 'posts and comments are as moderators decided', broken: MODERATED },
  { name: 'feeds hold the posts and shares there are', broken: FEED_ITEMS },
  { name: 'nothing is left of the forgotten', broken: FORGOTTEN },
];

/** As many differences of one kind as anybody reads. */
const SHOWN = 20;
const TRIES = 5;
const PAUSE_MS = 1_000;

/**
 * Compares the three schemas. What differs may only be on its way: it is looked at again, up to four times
 * with a second between, and told if it stays the same.
 */
export async function findBroken(adminUrl: string): Promise<Finding[]> {
  const client = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  const db = drizzle(client);
  try {
    let lasting = await look(db);
    for (let tries = 1; tries < TRIES && lasting.some(({ differences }) => differences.length > 0); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      lasting = inBoth(lasting, await look(db));
    }
    return lasting;
  } finally {
    await client.end();
  }
}

/** All invariants in one snapshot of the database. */
function look(db: Db): Promise<Finding[]> {
  const snapshot = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const;
  return db.transaction(async (tx) => {
    const findings: Finding[] = [];
    for (const { name, broken } of INVARIANTS) {
      const rows = await tx.execute<Difference>(sql`
        select subject::text, what from (${broken}) as difference order by 1, 2 limit ${SHOWN}`);
      findings.push({ name, differences: [...rows] });
    }
    return findings;
  }, snapshot);
}

function inBoth(before: readonly Finding[], now: readonly Finding[]): Finding[] {
  const key = (name: string, { subject, what }: Difference) => `${name} ${subject} ${what}`;
  const known = new Set(before.flatMap(({ name, differences }) => differences.map((it) => key(name, it))));
  return now.map(({ name, differences }) => ({
    name,
    differences: differences.filter((difference) => known.has(key(name, difference))),
  }));
}

import { createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { index, jsonb, type PgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { time } from './columns.ts';
import { type Db, sqlState } from './database.ts';
import { conflict, invalid } from './errors.ts';
import type { Logger } from './log.ts';
import { repeat } from './repeat.ts';
import { deriveKey } from './secrets.ts';

/** What was done under which key, for a day: of the body only a keyed hash, of the result only ids. */
export function idempotencyTable(schema: PgSchema) {
  return schema.table(
    'idempotency',
    {
      scope: uuid().notNull(),
      operation: text().notNull(),
      key: text().notNull(),
      bodyHash: text('body_hash').notNull(),
      result: jsonb().$type<Ids>(),
      createdAt: time('created_at').notNull().defaultNow(),
    },
    (table) => [
      primaryKey({ columns: [table.scope, table.operation, table.key] }),
      index('idempotency_created').on(table.createdAt),
    ],
  );
}

export type IdempotencyTable = ReturnType<typeof idempotencyTable>;
type Ids = Record<string, string>;

/** One request that is to have its effect once, however often it comes. */
export type Claim = { table: IdempotencyTable; scope: string; operation: string; key: string; bodyHash: string };

type Asked = {
  table: IdempotencyTable;
  operation: string;
  /** Whose key it is: what another person does under the same key is another matter. Undefined is nobody. */
  actorId: string | undefined;
  key: string | null | undefined;
  /** All that the effect follows from. */
  body: unknown;
};

const NOBODY = '00000000-0000-0000-0000-000000000000';
const PATH = 'input.idempotencyKey';
const FORM = /^\P{C}{1,255}$/u;

/** What a request claims by its key, undefined when it has none; BAD_USER_INPUT unless it has 1 to 255 characters. */
export function readClaim({ secret }: { secret: string }, { actorId, key, body, ...asked }: Asked): Claim | undefined {
  if (key == null) return undefined;
  if (!FORM.test(key)) throw invalid(PATH, 'An idempotency key has 1 to 255 characters, none of them invisible.');
  const secretKey = deriveKey(secret, 'idempotency');
  // A body may hold a password, and whoever knows a key of nobody's may ask for what came of it.
  const hash = (said: string) => createHmac('sha256', secretKey).update(said).digest('base64url');
  return {
    ...asked,
    scope: actorId ?? NOBODY,
    key: hash(`key ${key}`),
    bodyHash: hash(`body ${JSON.stringify(body)}`),
  };
}

type Work<Done, Given extends Ids> = {
  work(): Promise<Done>;
  /** The ids by which `recall` finds again what was done. */
  idsOf(done: Done): Given;
  recall(ids: Given): Promise<Done>;
};

/**
 * Does the work of a claim in the transaction that keeps the claim: both happen, or neither. When it was done within the
 * last day, recalls what came of it; CONFLICT when that was asked with another body, or is being done by a transaction
 * that takes longer than we wait. Without a claim it is simply done.
 */
export async function once<Done, Given extends Ids>(
  tx: Db,
  claim: Claim | undefined,
  { work, idsOf, recall }: Work<Done, Given>,
): Promise<Done> {
  if (!claim) return await work();
  // Only this operation keeps results under its name.
  if (!(await keepClaim(tx, claim))) return await recall((await findResult(tx, claim)) as Given);
  const done = await work();
  const { table } = claim;
  await tx.execute(sql`update ${table} set result = ${JSON.stringify(idsOf(done))}::jsonb where ${isOf(claim)}`);
  return done;
}

/** What was done under a claim within the last day, without waiting for who may be doing it; undefined when nothing. */
export async function findDone<Given extends Ids>(db: Db, claim: Claim | undefined): Promise<Given | undefined> {
  // As in `once`.
  return claim && ((await findRow(db, claim)) as Given | undefined);
}

const PATIENCE_MS = 1_500;

/** Whether the claim is ours now; a twin's transaction is waited for at the unique key. */
async function keepClaim(tx: Db, { table, ...claim }: Claim): Promise<boolean> {
  await tx.execute(sql`select set_config('lock_timeout', ${String(PATIENCE_MS)}, true)`);
  const kept = tx.execute(sql`
    insert into ${table} as known (scope, operation, key, body_hash)
    values (${claim.scope}, ${claim.operation}, ${claim.key}, ${claim.bodyHash})
    on conflict (scope, operation, key) do update
    set body_hash = excluded.body_hash, result = null, created_at = now()
    where known.created_at < now() - interval '24 hours'
    returning set_config('lock_timeout', '0', true)`);
  return (await kept.catch(explainWaiting)).length > 0;
}

// What Postgres says when a lock was waited for too long.
const LOCK_NOT_AVAILABLE = '55P03';

function explainWaiting(error: unknown): never {
  if (sqlState(error) !== LOCK_NOT_AVAILABLE) throw error;
  throw conflict('The same request is being done at this moment. Ask again.', PATH);
}

async function findResult(tx: Db, claim: Claim): Promise<Ids> {
  const result = await findRow(tx, claim);
  if (!result) throw new Error('a claim that is kept by another has no result');
  return result;
}

async function findRow(db: Db, claim: Claim): Promise<Ids | undefined> {
  const [row] = await db.execute<{ bodyHash: string; result: Ids }>(sql`
    select body_hash as "bodyHash", result, set_config('lock_timeout', '0', true) from ${claim.table}
    where ${isOf(claim)} and created_at >= now() - interval '24 hours'`);
  if (row && row.bodyHash !== claim.bodyHash) throw conflict('This key was used for another request.', PATH);
  return row?.result;
}

const isOf = ({ scope, operation, key }: Claim) => sql`scope = ${scope} and operation = ${operation} and key = ${key}`;

const FORGET_BATCH = 1_000;
const FORGET_EVERY_MS = 600_000;

/** Forgets claims of more than a day ago, until stopped. */
export function startForgettingClaims(db: Db, table: IdempotencyTable, logger: Logger): () => Promise<void> {
  return repeat(() => forgetClaims(db, table), { name: 'forgetting claims', everyMs: FORGET_EVERY_MS, logger });
}

async function forgetClaims(db: Db, table: IdempotencyTable): Promise<{ hasMore: boolean }> {
  const forgotten = await db.execute(sql`
    delete from ${table} where (scope, operation, key) in (
      select scope, operation, key from ${table}
      where created_at < now() - interval '24 hours' order by created_at limit ${FORGET_BATCH}
      for update skip locked
    ) returning 1`);
  return { hasMore: forgotten.length === FORGET_BATCH };
}

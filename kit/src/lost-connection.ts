import postgres from 'postgres';
import { causeOf, codeOf } from './reasons.ts';

/**
 * Lets transactions end with their connection. Trap: when a connection closes in the midst of a transaction, postgres.js
 * goes on writing to it. The rollback ends the whole process (porsager/postgres#1154), and whatever the transaction did
 * next would be done on the connection's successor, outside any transaction.
 */
export function endWithConnection(sql: postgres.Sql): void {
  // Its overloads, as one.
  const begin = sql.begin.bind(sql) as Begin;
  const beginGuarded: Begin = (...asked) => {
    const transaction: Transaction = { isOver: false };
    const lost = new Promise<never>((_, reject) => {
      transaction.lose = reject;
    });
    const done = begin(...guardWork(asked, transaction));
    return Promise.race([done, lost]).finally(() => {
      transaction.isOver = true;
    });
  };
  Object.assign(sql, { begin: beginGuarded });
}

type Work = (tx: postgres.TransactionSql) => unknown;
type Asked = [Work] | [string, Work];
type Begin = (...asked: Asked) => Promise<unknown>;
type Transaction = { isOver: boolean; lose?: (why: unknown) => void };

function guardWork(asked: Asked, transaction: Transaction): Asked {
  const guarded = (work: Work): Work => {
    return (tx) => whileConnected(transaction, async () => await work(guard(tx, transaction)));
  };
  return asked.length === 1 ? [guarded(asked[0])] : [asked[0], guarded(asked[1])];
}

/** Does the work; never settles once the connection is lost, so that nobody rolls back or commits there. */
function whileConnected(transaction: Transaction, work: () => Promise<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    work().then(
      (result) => {
        if (!transaction.isOver) resolve(result);
      },
      (error: unknown) => {
        if (isLoss(error)) transaction.lose?.(error);
        else if (!transaction.isOver) reject(error);
      },
    );
  });
}

/** Drizzle asks by these two only. */
function guard(tx: postgres.TransactionSql, transaction: Transaction): postgres.TransactionSql {
  const { unsafe } = tx;
  const savepoint = tx.savepoint.bind(tx) as Begin;
  return Object.assign(tx, {
    unsafe: (...asked: Parameters<typeof unsafe>) => {
      if (transaction.isOver) throw new Error('the connection of this transaction is lost');
      return unsafe(...asked);
    },
    savepoint: (...asked: Asked) => savepoint(...guardWork(asked, transaction)),
  });
}

const LOST = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);

/** After FATAL and PANIC, Postgres closes the connection. */
function isLoss(error: unknown): boolean {
  const cause = causeOf(error);
  if (cause instanceof postgres.PostgresError) return ['FATAL', 'PANIC'].includes(cause.severity);
  return LOST.has(codeOf(cause) ?? '');
}

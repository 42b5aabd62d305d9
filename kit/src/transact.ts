import type { Db } from './database.ts';
import type { EventBus, Tell } from './events/bus.ts';
import type { EventCatalog } from './events/contract.ts';
import type { Told } from './events/hearing.ts';

/**
 * Does a piece of work in one transaction and tells its events in the same one (transactional outbox).
 * Answers when the neighbours have heard them, so that the caller's next request sees its own write everywhere.
 */
export async function transact<Result, Catalog extends EventCatalog>(
  { db, events }: { db: Db; events: EventBus<Catalog> },
  work: (tx: Db, tell: Tell<Catalog>) => Promise<Result>,
): Promise<Result> {
  const told: Told[] = [];
  const result = await db.transaction((tx) => work(tx, events.teller(tx, told)));
  await events.heard(told);
  return result;
}

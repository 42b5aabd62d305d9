import type { Db } from './database.ts';
import type { EventBus, Tell } from './events/bus.ts';
import type { EventCatalog } from './events/contract.ts';
import type { Told } from './events/hearing.ts';

const CREATE = Symbol('create');

type Writing<Catalog extends EventCatalog> = { db: Db; events: EventBus<Catalog>; [CREATE]?: () => object };

/** A context that `transact` can bring up to date: what it holds is made anew by `create` after a change. */
export function renewable<Context extends object>(create: () => Context): Context {
  return { ...create(), [CREATE]: create };
}

/**
 * Does a piece of work in one transaction and tells its events in the same one (transactional outbox).
 * Answers when the neighbours have heard them, so that the caller's next request sees its own write everywhere, and
 * drops what the context's batches remember, so that the rest of this answer does.
 */
export async function transact<Result, Catalog extends EventCatalog>(
  context: Writing<Catalog>,
  work: (tx: Db, tell: Tell<Catalog>) => Promise<Result>,
): Promise<Result> {
  const told: Told[] = [];
  const result = await context.db.transaction((tx) => work(tx, context.events.teller(tx, told)));
  await context.events.heard(told);
  Object.assign(context, context[CREATE]?.());
  return result;
}

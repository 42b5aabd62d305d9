import { sql } from 'drizzle-orm';
import { Registry } from 'prom-client';
import { z } from 'zod';
import { connect, type Database, type Db } from '../src/database.ts';
import type { WakeUp } from '../src/events/boss.ts';
import { type EventBus, openBus } from '../src/events/bus.ts';
import { createLogger } from '../src/log.ts';
import { transact } from '../src/transact.ts';

const payload = z.object({ key: z.string(), number: z.number() });

export const CATALOG = {
  'numbers.said.v1': { payload, heardBy: ['listener'] },
  'numbers.heaped.v1': { payload, heardBy: ['listener'], lane: 'slow' },
} as const;

export type Listener = {
  database: Database;
  bus: EventBus<typeof CATALOG>;
  registry: Registry;
  stop(): Promise<void>;
};

/** Longer than the product has: what a test asks is whether it waits, not how fast this machine is today. */
const PATIENCE_MS = 3_000;

/** One process of the listener on a database that is ready for it. */
export async function openListener(url: string, wakeUp?: WakeUp): Promise<Listener> {
  const database = connect(url, { max: 5 });
  const registry = new Registry();
  const logger = createLogger('listener', 'silent');
  const settings = { url, service: 'listener', catalog: CATALOG, database, logger, registry, patienceMs: PATIENCE_MS };
  const bus = await openBus({ ...settings, ...(wakeUp && { wakeUp }) });
  const stop = async () => {
    await bus.stop();
    await database.close();
  };
  return { database, bus, registry, stop };
}

type Heard = Pick<Listener, 'database'>;

/** Says a number in a transaction of its own; answers when it has been heard, at most three seconds later. */
export const say = ({ database, bus }: Pick<Listener, 'database' | 'bus'>, number: number): Promise<void> =>
  transact({ db: database.db, events: bus }, (_, tell) => tell('numbers.said.v1', { key: 'a', number }));

/** Writes a number down: the effect of hearing it. */
export async function note(tx: Db, { key, number }: { key: string; number: number }): Promise<void> {
  await tx.execute(sql`insert into listener.heard (key, number) values (${key}, ${number})`);
}

/** The numbers that have been heard, in the order of their coming. */
export async function heardNumbers({ database }: Heard): Promise<number[]> {
  const rows = await database.sql<{ number: number }[]>`select number from listener.heard order by position`;
  return rows.map(({ number }) => number);
}

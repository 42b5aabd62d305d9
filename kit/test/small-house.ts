import { z } from 'zod';
import { connect, type Database } from '../src/database.ts';
import { type EventBus, openBus } from '../src/events/bus.ts';
import { createLogger } from '../src/log.ts';
import { prepareDatabase, roleUrl } from '../src/migrations.ts';
import { createTestDatabase, TEST_SECRET } from '../src/testing/database.ts';

export const CATALOG = {
  'numbers.said.v1': {
    payload: z.object({ key: z.string(), number: z.number() }),
    aggregate: 'key',
    heardBy: ['listener'],
  },
} as const;

export type SmallHouse = { adminUrl: string; open(): Promise<Process> } & AsyncDisposable;
type Process = { database: Database; bus: EventBus<typeof CATALOG>; stop(): Promise<void> };

/** A database with one owner, `listener`, and as many processes of it as a test opens. */
export async function buildSmallHouse(): Promise<SmallHouse> {
  const resources = new AsyncDisposableStack();
  const { adminUrl, drop } = await createTestDatabase('template1');
  resources.defer(drop);
  const migrations = new URL('./listener-migrations', import.meta.url);
  await prepareDatabase({
    adminUrl,
    secret: TEST_SECRET,
    owners: [{ name: 'listener', migrations }],
    catalog: CATALOG,
  });
  const url = roleUrl(adminUrl, TEST_SECRET, 'listener');
  const open = async () => {
    const database = connect(url, { max: 5 });
    const bus = await openBus({
      url,
      service: 'listener',
      catalog: CATALOG,
      database,
      logger: createLogger('listener', 'silent'),
    });
    const stop = async () => {
      await bus.stop();
      await database.close();
    };
    resources.defer(stop);
    return { database, bus, stop };
  };
  return { adminUrl, open, [Symbol.asyncDispose]: () => resources.disposeAsync() };
}

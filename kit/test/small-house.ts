import postgres from 'postgres';
import { inject } from 'vitest';
import type { WakeUp } from '../src/events/boss.ts';
import { prepareDatabase, roleUrl } from '../src/migrations.ts';
import { createTestDatabase, TEST_SECRET } from '../src/testing/database.ts';
import { CATALOG, type Listener, openListener } from './listener.ts';

export type SmallHouse = { adminUrl: string; url: string; open(wakeUp?: WakeUp): Promise<Listener> } & AsyncDisposable;

/** A database with one owner, `listener`, and as many processes of it as a test opens. */
export async function buildSmallHouse(): Promise<SmallHouse> {
  const resources = new AsyncDisposableStack();
  const { adminUrl, drop } = await createTestDatabase('template1');
  resources.defer(drop);
  await prepareAlone(adminUrl);
  const url = roleUrl(adminUrl, TEST_SECRET, 'listener');
  const open = async (wakeUp?: WakeUp) => {
    const listener = await openListener(url, wakeUp);
    resources.defer(listener.stop);
    return listener;
  };
  return { adminUrl, url, open, [Symbol.asyncDispose]: () => resources.disposeAsync() };
}

/** Test files share a server: its roles are those of all databases, and no two may change one at once. */
async function prepareAlone(adminUrl: string): Promise<void> {
  const migrations = new URL('./listener-migrations', import.meta.url);
  const server = postgres(inject('postgresUrl'), { max: 1 });
  await server`select pg_advisory_lock(1)`;
  try {
    const owners = [{ name: 'listener', migrations }];
    await prepareDatabase({ adminUrl, secret: TEST_SECRET, owners, catalog: CATALOG });
  } finally {
    await server.end();
  }
}

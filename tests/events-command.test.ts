import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { events } from '@nexus/contracts/events';
import { connect } from '@nexus/kit/database';
import { openBus } from '@nexus/kit/events/bus';
import { createLogger } from '@nexus/kit/log';
import { roleUrl } from '@nexus/kit/migrations';
import { newId } from '@nexus/kit/new-id';
import { createTestDatabase, TEST_SECRET } from '@nexus/kit/testing/database';
import { transact } from '@nexus/kit/transact';
import { expect, test } from 'vitest';

const ID = /[\da-f-]{36}/;

/** A database where posts failed to hear of one share, for good. */
async function withDeadLetter() {
  await using resources = new AsyncDisposableStack();
  const { adminUrl, drop } = await createTestDatabase();
  resources.defer(drop);
  const url = roleUrl(adminUrl, TEST_SECRET, 'posts');
  const database = connect(url, { max: 3 });
  resources.defer(() => database.close());
  const logger = createLogger('posts', 'silent');
  const bus = await openBus({ url, service: 'posts', catalog: events, database, logger });
  resources.defer(() => bus.stop());
  await database.sql`update pgboss.queue set retry_limit = 0`;
  const listener = { isBroken: true, heard: 0 };
  const hear = async () => {
    if (listener.isBroken) throw new RangeError('what somebody wrote');
    listener.heard += 1;
  };
  await bus.listen({ 'interactions.share.changed.v1': hear });
  const share = { shareId: newId(), postId: newId(), actorId: newId(), isShared: true };
  await transact({ db: database.db, events: bus }, (_, tell) =>
    tell('interactions.share.changed.v1', { ...share, sharedAt: new Date().toISOString(), version: 1 }),
  );
  const held = resources.move();
  return { adminUrl, share, listener, [Symbol.asyncDispose]: () => held.disposeAsync() };
}

test('an operator finds a dead letter, reads it, has it tried again, and finds it gone', async () => {
  await using house = await withDeadLetter();
  const run = async (...args: string[]) => {
    const env = { ...process.env, NODE_ENV: 'test', DATABASE_URL: house.adminUrl, NEXUS_SECRET: TEST_SECRET };
    const { stdout } = await promisify(execFile)(process.execPath, ['scripts/events.ts', ...args], { env });
    return stdout;
  };

  const listed = await run('list');
  expect(listed).toMatch(/interactions\.share\.changed\.v1 +posts +RangeError +1 .* dead since /);
  expect(listed).not.toContain(house.share.actorId);
  const [id = ''] = ID.exec(listed) ?? [];
  expect(JSON.parse(await run('show', id)).payload).toMatchObject(house.share);

  house.listener.isBroken = false;
  expect(await run('retry', id)).toBe('1 event is tried again.\n');
  await expect.poll(() => house.listener.heard, { timeout: 10_000 }).toBe(1);
  expect(await run('list')).toBe('Every event has been handled or waits for its first try.\n');
  await expect(run('discard', id)).rejects.toThrow('1 is not there (any more).');
});

import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial } from 'node:net';
import { connect } from '@nexus/kit/database';
import { createTestDatabase } from '@nexus/kit/testing/database';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';

const database = await createTestDatabase('template1');
const { db, close } = connect(database.adminUrl, { max: 1 });

afterAll(async () => {
  await close();
  await database.drop();
});

test.each([
  ['text', ['a', '', 'NULL', 'null', 'with "quotes", {braces}, commas', 'back\\slash', 'two\nlines', 'ünïcode 🌍']],
  ['uuid', ['01890000-0000-7000-8000-000000000000']],
  ['integer', [1, -2, 0]],
  ['smallint', [7]],
  ['bigint', ['9007199254740993']],
])('an array of %s comes back as it was sent', async (type, values) => {
  const [row] = await db.execute(
    sql`select ${sql.param(values)}::${sql.raw(type)}[] as back, '{}'::${sql.raw(type)}[] as empty`,
  );
  expect(row).toEqual({ back: values, empty: [] });
});

test('a connection is opened without asking which types there are, which nobody would hear fail', async () => {
  await using door = await startDoor(database.adminUrl);
  const behind = connect(door.url, { max: 1 });
  const [row] = await behind.db.execute(sql`select 1 as one`);
  expect(row).toEqual({ one: 1 });
  await behind.close();
});

/** A way to Postgres on which whoever asks for the types there are is cut off. */
async function startDoor(target: string) {
  const url = new URL(target);
  const { hostname: host, port } = url;
  const server = createServer((near) => {
    const far = dial({ host, port: Number(port) });
    const cut = () => {
      near.resetAndDestroy();
      far.resetAndDestroy();
    };
    near.on('data', (chunk) => (chunk.includes('pg_type') ? cut() : far.write(chunk)));
    far.on('data', (chunk) => near.write(chunk));
    for (const socket of [near, far]) socket.on('error', cut).on('close', cut);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // It listens at a port, so this is what its address is.
  url.port = String((server.address() as AddressInfo).port);
  return { url: url.href, [Symbol.asyncDispose]: async () => void server.close() };
}

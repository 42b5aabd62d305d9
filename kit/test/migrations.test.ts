import postgres from 'postgres';
import { expect, test } from 'vitest';
import { requirePrepared } from '../src/migrations.ts';
import { TEST_SECRET } from '../src/testing/database.ts';
import { CATALOG } from './listener.ts';
import { buildSmallHouse } from './small-house.ts';

const LISTENER = { name: 'listener', migrations: new URL('./listener-migrations', import.meta.url) };
const preparation = (adminUrl: string) => ({ adminUrl, secret: TEST_SECRET, owners: [LISTENER], catalog: CATALOG });

test("a prepared database is recognised with the owner's role alone", async () => {
  await using house = await buildSmallHouse();
  const url = new URL(house.adminUrl);
  url.username = '';
  url.password = '';

  await expect(requirePrepared(preparation(url.href))).resolves.toBeUndefined();
});

test('a database that lacks a migration, a role or the role’s password is refused in one sentence', async () => {
  await using house = await buildSmallHouse();
  const stranger = { ...LISTENER, name: 'stranger' };
  const otherSecret = { ...preparation(house.adminUrl), secret: `${TEST_SECRET}, but another` };

  await expect(requirePrepared({ ...preparation(house.adminUrl), owners: [stranger] })).rejects.toThrow(
    /not prepared for stranger; run npm run migrate/,
  );
  await expect(requirePrepared(otherSecret)).rejects.toThrow(/not prepared for listener/);
  await forgetMigrations(house.adminUrl);
  await expect(requirePrepared(preparation(house.adminUrl))).rejects.toThrow(/not prepared for listener/);
});

async function forgetMigrations(adminUrl: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1 });
  await sql`delete from migrations.listener`;
  await sql.end();
}

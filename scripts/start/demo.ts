import { fileURLToPath } from 'node:url';
import { verify } from '@node-rs/argon2';
import postgres from 'postgres';
import { showProgress } from '../import/progress.ts';
import { runImport } from '../import/run.ts';
import { importParts } from '../subgraphs.ts';
import { DEMO } from './demo-person.ts';

const DIRECTORY = fileURLToPath(new URL('../../data/ldbc-snb/demo', import.meta.url));

/** Imports the demo data into a database without accounts; leaves any other as it is. */
export async function importDemoOnce(adminUrl: string): Promise<void> {
  if (await hasAccounts(adminUrl)) return;
  const progress = showProgress('Importing demo data');
  await runImport({
    directory: DIRECTORY,
    password: DEMO.password,
    dryRun: false,
    adminUrl,
    parts: importParts,
    progress,
  });
}

/** Whether the demo person is there to sign in as, with the demo's password. */
export async function hasDemoPerson(adminUrl: string): Promise<boolean> {
  const [account] = await ask(
    adminUrl,
    (sql) => sql`select password_hash from users.account join users.user on id = user_id where handle = ${DEMO.handle}`,
  );
  return typeof account?.password_hash === 'string' && (await verify(account.password_hash, DEMO.password));
}

async function hasAccounts(adminUrl: string): Promise<boolean> {
  const [account] = await ask(adminUrl, (sql) => sql`select 1 from users.user limit 1`);
  return account !== undefined;
}

async function ask(
  adminUrl: string,
  question: (sql: postgres.Sql) => PromiseLike<postgres.Row[]>,
): Promise<postgres.Row[]> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    return await question(sql);
  } finally {
    await sql.end();
  }
}

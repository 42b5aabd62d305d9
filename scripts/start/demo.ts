import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { showProgress } from '../import/progress.ts';
import { runImport } from '../import/run.ts';
import { importParts } from '../subgraphs.ts';

/** The demo's best-connected person. The password is no secret: it opens invented accounts on this machine only. */
export const DEMO = { handle: 'rafael_fernandez', password: 'nexus-demo-2026' } as const;

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

/** Whether the demo person is there to sign in as. */
export async function hasDemoPerson(adminUrl: string): Promise<boolean> {
  return await ask(adminUrl, (sql) => sql`select exists (select from users.user where handle = ${DEMO.handle}) as yes`);
}

async function hasAccounts(adminUrl: string): Promise<boolean> {
  return await ask(adminUrl, (sql) => sql`select exists (select from users.user) as yes`);
}

async function ask(
  adminUrl: string,
  question: (sql: postgres.Sql) => Promise<postgres.RowList<postgres.Row[]>>,
): Promise<boolean> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    const [row] = await question(sql);
    return row?.yes === true;
  } finally {
    await sql.end();
  }
}

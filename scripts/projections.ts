/**
 * Makes what a subgraph keeps of its neighbours' data equal to it again, while everything is in use.
 *
 *   npm run projections -- rebuild NAME|all [--in posts|interactions]
 */
import { readSettings } from '@nexus/contracts/settings';
import { readCommandLine } from '@nexus/kit/command-line';
import { openInfrastructure } from '@nexus/kit/infrastructure';
import { runCommand } from '@nexus/kit/process';
import { StartupError } from '@nexus/kit/startup-error';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { rebuild } from './projections/rebuild.ts';
import { COPIES, type Copy } from './projections/sources.ts';

const NAMES = [...new Set(COPIES.map(({ name }) => name))].join('|');
const USAGE = `Usage: npm run projections -- rebuild ${NAMES}|all [--in posts|interactions]`;

await runCommand(async (resources) => {
  const copies = readCopies();
  const { databaseUrl } = await openInfrastructure({ ...readSettings(), migrate: true }, resources);
  const client = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  resources.defer(() => client.end());
  for (const copy of copies) {
    const name = `${copy.schema}.${copy.name}`;
    const { read, replaced, removed } = await rebuild(drizzle(client), copy, (rows) => showProgress(name, rows));
    console.log(`${name}: ${read} rows of its owner read, ${replaced} of its own replaced, ${removed} removed.`);
  }
});

function readCopies(): Copy[] {
  const { values, positionals } = readCommandLine(USAGE, {
    allowPositionals: true,
    options: { in: { type: 'string' } },
  });
  const [verb, name, ...others] = positionals;
  const copies = COPIES.filter(
    (copy) => (name === 'all' || copy.name === name) && (values.in === undefined || copy.schema === values.in),
  );
  if (verb !== 'rebuild' || others.length > 0 || copies.length === 0) throw new StartupError(USAGE);
  return copies;
}

/** On a terminal only: a log needs the end alone. */
function showProgress(name: string, rows: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${name}: ${rows} rows …`);
}

/**
 * What clients asked for, as the gateway counted it.
 *
 *   npm run usage -- report [--since 30d]
 *   npm run usage -- export [--since 30d] [--out operations/usage.json]
 *
 * `report` shows fields that nobody asks for, deprecated ones that are in use and by whom, and the most used operations;
 * `export` writes what schema checks read.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fromCaller, readSettings } from '@nexus/contracts/settings';
import { apiSchemaOf } from '@nexus/gateway/composition/api-schema';
import { exportUsage } from '@nexus/gateway/usage/export-usage';
import { reportUsage } from '@nexus/gateway/usage/report-usage';
import { findUsage, type UsageRow } from '@nexus/gateway/usage/usage.store';
import { usageExport } from '@nexus/gateway/usage/usage-export';
import { readCommandLine } from '@nexus/kit/command-line';
import { connect, sqlState } from '@nexus/kit/database';
import { explainDatabase, openInfrastructure } from '@nexus/kit/infrastructure';
import { roleUrl } from '@nexus/kit/migrations';
import { runCommand } from '@nexus/kit/process';
import { reasonOf } from '@nexus/kit/reasons';
import { StartupError } from '@nexus/kit/startup-error';
import { gatewaySchema } from './schema-owners.ts';
import { printReport } from './usage/print-report.ts';
import { readSince } from './usage/since.ts';

const USAGE = 'Usage: npm run usage -- report|export [--since 30d] [--out operations/usage.json]';
const SUPERGRAPH = new URL('../gateway/supergraph.graphql', import.meta.url);
/** No such role, or its password is of another secret; no such table. */
const UNPREPARED = ['28P01', '28000', '42P01'];

await runCommand(async (resources) => {
  const { verb, since, out } = readArguments();
  const rows = await readRows(since, resources);
  if (verb === 'report') {
    console.log(printReport(reportUsage(rows, apiSchemaOf(await readFile(SUPERGRAPH, 'utf8'))), since));
    return;
  }
  const exported = usageExport.parse(exportUsage(rows, { from: since.toISOString(), to: new Date().toISOString() }));
  await writeFile(out, `${JSON.stringify(exported, null, 2)}\n`).catch((error: unknown) => {
    throw new StartupError(`${out} cannot be written: ${reasonOf(error)}`);
  });
  console.log(`Wrote ${exported.operations.length} operations to ${out}.`);
});

function readArguments() {
  const { positionals, values } = readCommandLine(USAGE, {
    allowPositionals: true,
    options: { since: { type: 'string', default: '30d' }, out: { type: 'string' } },
  });
  const [verb, ...others] = positionals;
  if ((verb !== 'report' && verb !== 'export') || others.length > 0) throw new StartupError(USAGE);
  const out = values.out === undefined ? 'operations/usage.json' : fromCaller(values.out);
  return { verb, out, since: readSince(values.since) };
}

async function readRows(since: Date, resources: AsyncDisposableStack): Promise<UsageRow[]> {
  // As the gateway's own role, so that a DATABASE_URL without a user will do.
  const { databaseUrl, secret } = await openInfrastructure({ ...readSettings(), migrate: false }, resources);
  const database = connect(roleUrl(databaseUrl, secret, gatewaySchema.name), { max: 1 });
  resources.defer(() => database.close());
  return await findUsage(database.sql, since.toISOString().slice(0, 10)).catch((error) => {
    if (UNPREPARED.includes(sqlState(error) ?? '')) {
      throw new StartupError(
        'The database is not prepared for the gateway: run npm run migrate, with the same NEXUS_SECRET.',
      );
    }
    throw explainDatabase(databaseUrl, error);
  });
}

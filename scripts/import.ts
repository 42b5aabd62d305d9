import { rename, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { events } from '@nexus/contracts/events';
import { readSettings } from '@nexus/contracts/settings';
import { openInfrastructure } from '@nexus/kit/infrastructure';
import { prepareDatabase } from '@nexus/kit/migrations';
import { runCommand } from '@nexus/kit/process';
import { reasonOf } from '@nexus/kit/reasons';
import { StartupError } from '@nexus/kit/startup-error';
import { showProgress } from './import/progress.ts';
import { type ImportResult, runImport } from './import/run.ts';
import { importParts, subgraphs } from './subgraphs.ts';

const USAGE = 'Usage: npm run import -- DIR [--password P] [--id-map FILE] [--dry-run]';

await runCommand(async (resources) => {
  const { directory, password, idMap, dryRun } = readArguments();
  const { databaseUrl, secret } = await openInfrastructure({ ...readSettings(), migrate: true }, resources);
  await prepareDatabase({ adminUrl: databaseUrl, secret, owners: subgraphs, catalog: events });
  const startedAt = Date.now();
  const progress = showProgress('Importing');
  const result = await runImport({ directory, password, dryRun, adminUrl: databaseUrl, parts: importParts, progress });
  if (idMap !== undefined && !dryRun) await writeIdMap(idMap, result);
  const counted = Object.entries(result.counts).map(([kind, count]) => `${count} ${kind}`);
  console.log(
    `${dryRun ? 'Checked, and left out,' : 'Imported'} ${counted.join(', ')} in ${(Date.now() - startedAt) / 1_000} s.`,
  );
});

function readArguments() {
  const { values, positionals } = parse();
  const [directory] = positionals;
  if (directory === undefined || positionals.length > 1) throw new StartupError(USAGE);
  return { directory, password: values.password ?? null, idMap: values['id-map'], dryRun: values['dry-run'] };
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        password: { type: 'string' },
        'id-map': { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new StartupError(`${reasonOf(error)}\n${USAGE}`);
  }
}

/** Written beside and renamed, so that a map is whole or absent. */
async function writeIdMap(file: string, { ids }: ImportResult): Promise<void> {
  await writeFile(
    `${file}.part`,
    Array.from(ids, (id) => `${JSON.stringify(id)}\n`),
  );
  await rename(`${file}.part`, file);
}

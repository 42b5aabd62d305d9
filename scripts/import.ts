import { type FileHandle, open } from 'node:fs/promises';
import { events } from '@nexus/contracts/events';
import { fromCaller, readSettings } from '@nexus/contracts/settings';
import { readCommandLine } from '@nexus/kit/command-line';
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
  const map = idMap === undefined || dryRun ? undefined : await openIdMap(idMap);
  const { databaseUrl, secret } = await openInfrastructure({ ...readSettings(), migrate: true }, resources);
  await prepareDatabase({ adminUrl: databaseUrl, secret, owners: subgraphs, catalog: events });
  const startedAt = Date.now();
  const progress = showProgress('Importing');
  const result = await runImport({ directory, password, dryRun, adminUrl: databaseUrl, parts: importParts, progress });
  if (map) await writeIdMap(map, result);
  const read = Object.entries(result.counts).map(([kind, count]) => `${count} ${kind}`);
  const outcome = dryRun ? 'Checked; nothing was kept of' : 'Imported';
  console.log(`${outcome} ${read.join(', ')} in ${(Date.now() - startedAt) / 1_000} s.`);
});

function readArguments() {
  const { values, positionals } = readCommandLine(USAGE, {
    allowPositionals: true,
    options: {
      password: { type: 'string' },
      'id-map': { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const [directory] = positionals;
  if (directory === undefined || positionals.length > 1) throw new StartupError(USAGE);
  const idMap = values['id-map'];
  return {
    directory: fromCaller(directory),
    password: values.password ?? null,
    idMap: idMap === undefined ? undefined : fromCaller(idMap),
    dryRun: values['dry-run'],
  };
}

/** Opened before anything is imported: a map that cannot be written is known at once. */
async function openIdMap(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'w');
  } catch (error) {
    throw new StartupError(`The map of ids cannot be written: ${reasonOf(error)}.`);
  }
}

async function writeIdMap(map: FileHandle, { ids }: ImportResult): Promise<void> {
  await map.writeFile(Array.from(ids, (id) => `${JSON.stringify(id)}\n`).join(''));
  await map.close();
}

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { IMPORT_ORDER, type ImportKind, type ImportPart, type ImportRecords } from '@nexus/contracts/import';
import type { Db } from '@nexus/kit/database';
import { causeOf, reasonOf } from '@nexus/kit/reasons';
import { StartupError } from '@nexus/kit/startup-error';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { ImportError, type Place, readLines } from './lines.ts';
import type { Progress } from './progress.ts';
import { type MappedId, mappedIds, nothingKnown, TRANSLATE } from './translate.ts';

export type ImportRequest = {
  directory: string;
  /** With it imported accounts can sign in. */
  password: string | null;
  /** Checks everything against the database and takes it all back. */
  dryRun: boolean;
  adminUrl: string;
  parts: readonly ImportPart[];
  progress: Progress;
};

export type ImportResult = { counts: Record<ImportKind, number>; ids: Iterable<MappedId> };

const BATCH = 1_000;

/**
 * Imports a directory in one transaction over all subgraphs' schemas: all of it becomes visible at once, or nothing.
 * A line that cannot be taken stops it with an ImportError.
 */
export async function runImport(request: ImportRequest): Promise<ImportResult> {
  const sizes = await sizeFiles(request.directory);
  const known = nothingKnown(request.password);
  const counts = { users: 0, follows: 0, posts: 0, comments: 0, likes: 0 };
  const sql = postgres(request.adminUrl, { max: 1, onnotice: () => undefined });
  request.progress.start(Object.values(sizes).reduce((sum, size) => sum + size, 0));
  try {
    await drizzle(sql).transaction(async (tx) => {
      for (const kind of IMPORT_ORDER) {
        if (sizes[kind] !== undefined) counts[kind] = await importFile(tx, kind, { ...request, known });
      }
      if (request.dryRun) throw new DryRunOver();
    });
  } catch (error) {
    if (!(error instanceof DryRunOver)) throw error;
  } finally {
    request.progress.stop();
    await sql.end();
  }
  return { counts, ids: mappedIds(known) };
}

/** Rolls a dry run back: the only way out of a Drizzle transaction without a commit is an error. */
class DryRunOver extends Error {}

type FileImport = ImportRequest & { known: ReturnType<typeof nothingKnown> };
type Batch = { records: ImportRecords[ImportKind][]; first: Place };

async function importFile(
  tx: Db,
  kind: ImportKind,
  { directory, known, parts, progress }: FileImport,
): Promise<number> {
  // The line, the translation and the part are of one kind; a loop over kinds hides that from the compiler.
  const translate = TRANSLATE[kind] as (line: unknown, place: Place, seen: typeof known) => ImportRecords[ImportKind];
  let count = 0;
  for await (const batch of inBatches(readLines(join(directory, `${kind}.jsonl`), kind, progress.add))) {
    const [first] = batch;
    if (!first) break;
    const records = batch.map(({ said, place }) => translate(said, place, known));
    for (const part of parts) await takeBatch(tx, part[kind], { records, first: first.place });
    count += batch.length;
  }
  return count;
}

async function* inBatches<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function takeBatch(tx: Db, take: ImportPart[ImportKind], { records, first }: Batch): Promise<void> {
  try {
    await take?.(tx, records as never);
  } catch (error) {
    const reason = reasonOf(causeOf(error));
    throw new ImportError(
      first,
      `the ${records.length === 1 ? 'line' : `${records.length} lines from here`} cannot be taken: ${reason}`,
    );
  }
}

async function sizeFiles(directory: string): Promise<Partial<Record<ImportKind, number>>> {
  const sizes: Partial<Record<ImportKind, number>> = {};
  for (const kind of IMPORT_ORDER) {
    const found = await stat(join(directory, `${kind}.jsonl`)).catch(() => undefined);
    if (found) sizes[kind] = found.size;
  }
  if (sizes.users === undefined) throw new StartupError(`There is no users.jsonl in ${directory}.`);
  return sizes;
}

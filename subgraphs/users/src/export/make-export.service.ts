import { Readable } from 'node:stream';
import type { Services } from '@nexus/contracts/agreement';
import { EXPORT_PARTS, EXPORT_PATH, toLines } from '@nexus/contracts/export';
import { encodeId } from '@nexus/contracts/ids';
import { askNeighbour } from '@nexus/contracts/neighbour';
import { SUBGRAPHS, type SubgraphName } from '@nexus/contracts/subgraph-names';
import { repeat } from '@nexus/kit/repeat';
import type { DataExportRow } from '../tables/accounts.ts';
import { type ArchivePart, createArchive } from './archive.ts';
import { deleteSpentChunks, expireExports, insertChunk, markFailed, markReady, takeExport } from './export.store.ts';
import { parts } from './parts.ts';

type Making = Pick<Services, 'db' | 'neighbours' | 'secret' | 'logger'>;

const MAKE = { name: 'making copies of data', everyMs: 1_000 };
const CLEAN_UP = { name: 'deleting copies of data that are over', everyMs: 60_000 };
const NEIGHBOURS = SUBGRAPHS.filter((name) => name !== 'users');
const CHUNK_BYTES = 262_144;
const PART_PATIENCE_MS = 600_000;
const MAX_ATTEMPTS = 5;
const PAUSE_SECONDS = 10;
const DELETE_AT_ONCE = 100;

/** Makes the copies that people asked for, and deletes them when their week is over, until stopped. */
export function startExporting(services: Making): readonly (() => Promise<void>)[] {
  const { logger } = services;
  const stopping = new AbortController();
  const stopMaking = repeat(() => makeNext(services, stopping.signal), { ...MAKE, logger });
  return [
    async () => {
      // Whoever comes next begins that copy anew.
      stopping.abort();
      await stopMaking();
    },
    repeat(() => cleanUp(services), { ...CLEAN_UP, logger }),
  ];
}

/** Makes one copy. What was made of it before, by a process that was killed, counts as an attempt and is thrown away. */
async function makeNext(services: Making, signal: AbortSignal): Promise<{ hasMore: boolean }> {
  const { db, logger } = services;
  const taken = await takeExport(db);
  if (!taken) return { hasMore: false };
  try {
    const size = await make(services, taken, signal);
    if (size !== undefined) await markReady(db, taken, size);
  } catch (error) {
    const isLast = taken.attempts >= MAX_ATTEMPTS && !signal.aborted;
    logger.warn({ err: error, exportId: taken.id, attempt: taken.attempts }, 'a copy of data could not be made');
    await markFailed(db, taken, { isLast, seconds: signal.aborted ? 0 : PAUSE_SECONDS * taken.attempts });
  }
  return { hasMore: true };
}

/** How many bytes the copy has; undefined when it is not ours any more. */
async function make(services: Making, taken: DataExportRow, signal: AbortSignal): Promise<number | undefined> {
  const about = { person: encodeId('user', taken.userId), requestedAt: taken.requestedAt };
  let size = 0;
  let position = 0;
  for await (const bytes of inChunks(createArchive(partsOf(services, taken.userId), about))) {
    signal.throwIfAborted();
    if (!(await insertChunk(services.db, taken, { position, bytes }))) return undefined;
    size += bytes.length;
    position += 1;
  }
  return size;
}

function partsOf(services: Making, userId: string): ArchivePart[] {
  const own = EXPORT_PARTS.users.map((name) => ({
    name,
    open: async () => toLines(parts[name](services.db, userId)),
  }));
  const others = NEIGHBOURS.flatMap((to) =>
    EXPORT_PARTS[to].map((part) => ({ name: part, open: () => askForPart(services, to, { userId, part }) })),
  );
  return [...own, ...others];
}

async function askForPart(
  services: Making,
  to: SubgraphName,
  body: { userId: string; part: string },
): Promise<Readable> {
  const question = { from: 'users', to, path: EXPORT_PATH, body, patienceMs: PART_PATIENCE_MS } as const;
  const response = await askNeighbour(services, question);
  if (!response?.body) throw new Error(`${to} gave no ${body.part}`);
  return Readable.fromWeb(response.body);
}

/** The same bytes in pieces of one size, but for the last. */
async function* inChunks(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const piece of bytes) {
    waiting.push(piece);
    length += piece.length;
    if (length < CHUNK_BYTES) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(waiting);
}

async function cleanUp({ db }: Making): Promise<{ hasMore: boolean }> {
  await expireExports(db);
  return { hasMore: (await deleteSpentChunks(db, DELETE_AT_ONCE)) === DELETE_AT_ONCE };
}

import { Readable } from 'node:stream';
import type { Services } from '@nexus/contracts/agreement';
import type { Viewer } from '@nexus/contracts/viewer';
import { conflict, notFound, Refusal } from '@nexus/kit/errors';
import { newId } from '@nexus/kit/new-id';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { requireLiveSession } from '../session/live-session.ts';
import { holdStill } from '../state/standing.store.ts';
import type { DataExportRow } from '../tables/accounts.ts';
import { findChunk, findExportsOf, findReady, findWait, insertExport } from './export.store.ts';

const SHOWN = 20;
const DAYS_BETWEEN = 1;
const HOUR_SECONDS = 3_600;

/** Asks for a copy of all that is kept of the viewer; one at a time, and at most one a day. */
export async function requestDataExport(context: Context): Promise<void> {
  const viewer = await requireLiveSession(context);
  await transact(context, async (tx) => {
    // Of two at once, the second sees the first.
    if (!(await holdStill(tx, viewer.id))) throw notFound('The account');
    const [last] = await findExportsOf(tx, viewer.id, 1);
    if (last?.state === 'PENDING' || last?.state === 'RUNNING') throw conflict('A copy is being made already.');
    const retryAfterSeconds = await findWait(tx, viewer.id, DAYS_BETWEEN);
    if (retryAfterSeconds !== undefined) {
      const hours = Math.ceil(retryAfterSeconds / HOUR_SECONDS);
      const sentence = `A copy can be asked for once a day. Try again in ${hours} h.`;
      throw new Refusal('RATE_LIMITED', sentence, { retryAfterSeconds });
    }
    await insertExport(tx, { id: newId(), userId: viewer.id });
  });
}

/** The copies the viewer asked for, the newest first. */
export function exportsOf({ db }: Context, viewer: Viewer): Promise<DataExportRow[]> {
  return findExportsOf(db, viewer.id, SHOWN);
}

/** The bytes of a finished copy, for its owner alone; undefined for everybody else and when it is over. */
export async function downloadExport(
  { db }: Pick<Services, 'db'>,
  { exportId, userId }: { exportId: string; userId: string },
): Promise<Readable | undefined> {
  const found = await findReady(db, exportId, userId);
  return found && Readable.from(bytesOf(db, found));
}

async function* bytesOf(db: Services['db'], found: DataExportRow): AsyncGenerator<Buffer> {
  let left = found.size ?? 0;
  for (let position = 0; left > 0; position += 1) {
    const bytes = await findChunk(db, found, position);
    if (!bytes) throw new Error('a copy of data was deleted while it was read');
    left -= bytes.length;
    yield bytes;
  }
}

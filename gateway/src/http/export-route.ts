import { Readable } from 'node:stream';
import { tryDecodeId } from '@nexus/contracts/ids';
import type { FastifyInstance } from 'fastify';
import { type Points, takePointsOverHttp } from '../protection/points.ts';
import type { Identify } from '../viewer/access-token.ts';

/** The bytes of a copy of somebody's data, if it is theirs and ready. */
export type DownloadExport = (asked: { exportId: string; userId: string }) => Promise<Response | undefined>;

type ExportRoute = { identify: Identify; download: DownloadExport; points: Points | undefined };

/** As the dearest operations cost: a copy may be large, and it is read from the database. */
const COST = 1_400;

/** Gives people the copies of their data at `/exports/:id`; to all others it is as if there were none. */
export function addExports(app: FastifyInstance, { identify, download, points }: ExportRoute): void {
  app.get<{ Params: { id: string } }>('/exports/:id', async ({ headers, params }, reply) => {
    const viewer = await identify(headers.authorization);
    const id = tryDecodeId(params.id);
    const asked = viewer && id?.kind === 'export' ? { exportId: id.uuid, userId: viewer.id } : undefined;
    if (asked && points) await takePointsOverHttp(points, asked.userId, COST);
    const body = asked && (await download(asked))?.body;
    if (!body) return reply.callNotFound();
    return await reply
      .header('content-type', 'application/zip')
      .header('content-disposition', 'attachment; filename="nexus-export.zip"')
      .header('cache-control', 'private, no-store')
      .send(Readable.fromWeb(body));
  });
}

import { requireViewer } from '@nexus/contracts/agreement';
import { notFound } from '@nexus/kit/errors';
import { type Connection, encodePosition, readPage, toConnection } from '@nexus/kit/pagination';
import type { Context } from '../../context.ts';
import type { UserRow } from '../../tables/users.ts';
import { personBehind } from '../../viewer/viewer.service.ts';
import { changePair } from '../pair.service.ts';
import { follow } from './follow.service.ts';
import {
  countRequests,
  deleteRequest,
  findRequests,
  type RequestList,
  type SeenRequest,
} from './follow-request.store.ts';

/** More are not counted: nobody answers them one by one. */
const MAX_COUNTED = 1_000;

/** A page of follow requests; `countAll` gives null when there are too many to count. */
export type FollowRequestList = Connection<SeenRequest> & { countAll: () => Promise<number | null> };

type OnePage = { viewerId: string; list: RequestList; first?: number | null; after?: string | null };

/** A page of the requests that the viewer got or sent, the newest first. */
export async function listRequests({ db }: Context, { viewerId, list, ...asked }: OnePage): Promise<FollowRequestList> {
  const page = readPage(asked);
  const rows = await findRequests(db, viewerId, { list, page });
  const connection = toConnection(rows, page, (row) => ({
    cursor: encodePosition({ at: row.createdAt, id: row.id }),
    node: row,
  }));
  const countAll = async () => {
    const count = await countRequests(db, viewerId, { list, most: MAX_COUNTED });
    return count > MAX_COUNTED ? null : count;
  };
  return { ...connection, countAll };
}

/** One of the two people of a request that the viewer made or got. */
export async function personOf(context: Context, request: SeenRequest, userId: string): Promise<UserRow> {
  return request.other.id === userId ? request.other : await personBehind(context, userId);
}

/** Lets somebody who asked follow the viewer, or not; who asked. */
export async function respondToRequest(
  context: Context,
  { requestId, accept }: { requestId: string; accept: boolean },
): Promise<UserRow> {
  const absent = notFound('The request', 'input.requestId');
  const viewer = requireViewer(context);
  const request = await context.loaders.followRequest.load(requestId);
  if (request?.targetId !== viewer.id) throw absent;
  return await changePair(context, { userId: request.requesterId, verb: 'answer', absent }, async ({ tx, target }) => {
    const answered = await deleteRequest(tx, { sourceId: target.id, targetId: viewer.id });
    // It may be another one by now, taken back and made anew.
    if (answered?.id !== requestId) throw absent;
    const { showShares, notifyOnPost } = answered;
    const wanted = { sourceId: target.id, targetId: viewer.id, showShares, notifyOnPost };
    return accept ? [await follow(tx, wanted)] : [];
  });
}

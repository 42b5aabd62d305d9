import { requireViewer } from '@nexus/contracts/agreement';
import { type Connection, encodePosition, readPage, toConnection } from '@nexus/kit/pagination';
import type { Context } from '../../context.ts';
import type { CaseRow, CaseState, ReportReason } from '../../tables/moderation.ts';
import { countCases, findCases } from './case-list.store.ts';

/** More are not counted: nobody decides them in a day. */
const MAX_COUNTED = 1_000;
const WAITING: readonly CaseState[] = ['OPEN', 'ASSIGNED', 'APPEALED'];

/** A page of cases; `countAll` gives null when there are too many to count. */
export type CaseList = Connection<CaseRow> & { countAll: () => Promise<number | null> };

type Asked = {
  filter?: {
    states?: readonly CaseState[] | null;
    reasons?: readonly ReportReason[] | null;
    assignedToMe?: boolean | null;
  } | null;
  first?: number | null;
  after?: string | null;
};

/** A page of cases that wait for a moderator, or of others that the filter names; the longest open first. */
export async function listCases(context: Context, { filter: asked, ...pages }: Asked): Promise<CaseList> {
  const { id: viewerId } = requireViewer(context);
  const page = readPage(pages);
  const filter = {
    states: [...new Set(asked?.states ?? WAITING)],
    reasons: asked?.reasons ?? undefined,
    assigneeId: asked?.assignedToMe ? viewerId : undefined,
  };
  const rows = await findCases(context.db, viewerId, { filter, page });
  const connection = toConnection(rows, page, (row) => ({
    cursor: encodePosition({ at: row.openedAt, id: row.id }),
    node: row,
  }));
  const countAll = async () => {
    const count = await countCases(context.db, viewerId, { filter, most: MAX_COUNTED });
    return count > MAX_COUNTED ? null : count;
  };
  return { ...connection, countAll };
}

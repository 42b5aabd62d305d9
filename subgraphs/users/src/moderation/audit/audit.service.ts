import { decodeId, tryDecodeId } from '@nexus/contracts/ids';
import { clampTime } from '@nexus/kit/clamp-time';
import { invalid } from '@nexus/kit/errors';
import { type Connection, encodePosition, readPage, toConnection } from '@nexus/kit/pagination';
import type { Context } from '../../context.ts';
import type { AuditLogRow } from '../../tables/audit.ts';
import { type AuditFilter, findAudited } from './audit.store.ts';

type Asked = {
  filter?: {
    actorId?: string | null;
    target?: string | null;
    action?: string | null;
    since?: Date | null;
    until?: Date | null;
  } | null;
  first?: number | null;
  after?: string | null;
};

/** A page of what moderators, admins and operators have done, the latest first. */
export async function listAudited(
  { db }: Context,
  { filter: asked, ...pages }: Asked,
): Promise<Connection<AuditLogRow>> {
  const page = readPage(pages);
  const rows = await findAudited(db, { filter: readFilter(asked ?? {}), page });
  return toConnection(rows, page, (row) => ({ cursor: encodePosition({ at: row.at, id: row.id }), node: row }));
}

function readFilter({ actorId, target, action, since, until }: NonNullable<Asked['filter']>): AuditFilter {
  return {
    actorId: actorId ? decodeId('user', actorId, 'filter.actorId') : undefined,
    targetId: target ? readTarget(target) : undefined,
    action: action ?? undefined,
    since: since ? clampTime(since) : undefined,
    until: until ? clampTime(until) : undefined,
  };
}

function readTarget(target: string): string {
  const found = tryDecodeId(target);
  if (!found) throw invalid('filter.target', 'This is no id.');
  return found.uuid;
}

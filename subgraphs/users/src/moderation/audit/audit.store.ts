import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { isBefore } from '@nexus/kit/keyset';
import { newId } from '@nexus/kit/new-id';
import type { Page } from '@nexus/kit/pagination';
import { and, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import { type AuditedAction, type AuditedTarget, type AuditLogRow, auditLog } from '../../tables/audit.ts';

type Noted = {
  /** Null for an operator. */
  actorId: string | null;
  action: AuditedAction;
  target: { kind: AuditedTarget; id: string };
  /** Ids, kinds and times; never what anybody wrote. */
  metadata?: Record<string, string | null>;
};

/** Writes down what a moderator, an admin or an operator does, in the transaction in which they do it. */
export async function noteAction(tx: Db, { actorId, action, target, metadata = {} }: Noted): Promise<void> {
  const { kind: targetKind, id: targetId } = target;
  await tx.insert(auditLog).values({ id: newId(), actorId, action, targetKind, targetId, metadata });
}

/** Writes down that a moderator reads cases; what they read within the last hour is on record already. */
export async function noteReading(
  db: Db,
  { actorId, caseIds }: { actorId: string; caseIds: readonly string[] },
): Promise<void> {
  const action: AuditedAction = 'READ_CASE';
  await db.execute(sql`
    insert into ${auditLog} (id, actor_id, action, target_kind, target_id)
    select uuidv7(), ${actorId}, ${action}, 'CASE', read.id from unnest(${uuids(caseIds)}) as read(id)
    where not exists (
      select from ${auditLog} known
      where known.target_id = read.id and known.actor_id = ${actorId} and known.action = ${action}
        and known.at > now() - interval '1 hour')`);
}

export type AuditFilter = {
  actorId?: string | undefined;
  targetId?: string | undefined;
  action?: string | undefined;
  since?: Date | undefined;
  until?: Date | undefined;
};

/** One page of the audit log, the latest first. */
export function findAudited(db: Db, { filter, page }: { filter: AuditFilter; page: Page }): Promise<AuditLogRow[]> {
  const { actorId, targetId, action, since, until } = filter;
  return db
    .select()
    .from(auditLog)
    .where(
      and(
        actorId === undefined ? undefined : eq(auditLog.actorId, actorId),
        targetId === undefined ? undefined : eq(auditLog.targetId, targetId),
        action === undefined ? undefined : sql`${auditLog.action} = ${action}`,
        since && gte(auditLog.at, since),
        until && lt(auditLog.at, until),
        isBefore([auditLog.at, auditLog.id], page.after),
      ),
    )
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(page.first + 1);
}

export function findAuditedByIds(db: Db, ids: readonly string[]): Promise<AuditLogRow[]> {
  return db
    .select()
    .from(auditLog)
    .where(inArray(auditLog.id, [...ids]));
}

import type { SubjectKind } from '@nexus/contracts/events';
import { time } from '@nexus/kit/columns';
import { index, jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { ActionKind } from './moderation.ts';

const schema = pgSchema('users');

export type AuditedAction = ActionKind | 'READ_CASE' | 'ASSIGN_CASE' | 'ADD_CASE_NOTE' | 'DECIDE_APPEAL' | 'GRANT_ROLE';

export type AuditedTarget = SubjectKind | 'CASE';

/** Everything that those who keep order and operators have done, and whose cases they read; a trigger refuses to change or delete a row. */
export const auditLog = schema.table(
  'audit_log',
  {
    id: uuid().primaryKey(),
    // Null: an operator, by a command.
    actorId: uuid('actor_id'),
    action: text().$type<AuditedAction>().notNull(),
    targetKind: text('target_kind').$type<AuditedTarget>().notNull(),
    targetId: uuid('target_id').notNull(),
    // Ids, kinds and times; never what anybody wrote, which could not be erased.
    metadata: jsonb().$type<Record<string, string | null>>().notNull().default({}),
    at: time('at').notNull().defaultNow(),
  },
  (table) => [
    index('audit_log_time').on(table.at, table.id),
    index('audit_log_actor').on(table.actorId, table.at, table.id),
    index('audit_log_action').on(table.action, table.at, table.id),
    index('audit_log_target').on(table.targetId, table.at, table.id),
  ],
);

export type AuditLogRow = typeof auditLog.$inferSelect;

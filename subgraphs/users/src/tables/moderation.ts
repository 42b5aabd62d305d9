import type { ContentLabel, SubjectKind } from '@nexus/contracts/events';
import { time } from '@nexus/kit/columns';
import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgSchema, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { users } from './users.ts';

const schema = pgSchema('users');

/** What moderators have decided of a person, post or comment; without a row, nothing. */
export const moderations = schema.table(
  'moderation',
  {
    subjectId: uuid('subject_id').primaryKey(),
    subjectKind: text('subject_kind').$type<SubjectKind>().notNull(),
    isRemoved: boolean('is_removed').notNull().default(false),
    isLimited: boolean('is_limited').notNull().default(false),
    labels: text().array().$type<ContentLabel[]>().notNull().default([]),
    changedAt: time('changed_at')
      .notNull()
      .defaultNow()
      .$onUpdate(() => sql`now()`),
    version: integer().notNull().default(1),
  },
  (table) => [index('moderation_changed').on(table.changedAt)],
);

export type CaseState = 'OPEN' | 'ASSIGNED' | 'RESOLVED' | 'DISMISSED' | 'APPEALED';

/** All that is reported about one subject until somebody decides; the next report begins another. */
export const cases = schema.table(
  'moderation_case',
  {
    id: uuid().primaryKey(),
    subjectKind: text('subject_kind').$type<SubjectKind>().notNull(),
    subjectId: uuid('subject_id').notNull(),
    // Whose it is: the person themselves, or who wrote it.
    personId: uuid('person_id')
      .notNull()
      .references(() => users.id),
    state: text().$type<CaseState>().notNull().default('OPEN'),
    assigneeId: uuid('assignee_id').references(() => users.id),
    openedAt: time('opened_at').notNull().defaultNow(),
    // When it was decided last; its texts go half a year later.
    resolvedAt: time('resolved_at'),
    clearedAt: time('cleared_at'),
  },
  (table) => [
    uniqueIndex('moderation_case_open').on(table.subjectId).where(sql`${table.state} in ('OPEN', 'ASSIGNED')`),
    index('moderation_case_queue').on(table.state, table.openedAt, table.id),
    index('moderation_case_person').on(table.personId),
    index('moderation_case_assignee').on(table.assigneeId).where(sql`${table.assigneeId} is not null`),
    index('moderation_case_to_clear').on(table.resolvedAt).where(sql`${table.clearedAt} is null`),
  ],
);

export type ReportReason =
  | 'SPAM'
  | 'HARASSMENT'
  | 'HATE'
  | 'SEXUAL'
  | 'VIOLENCE'
  | 'SELF_HARM'
  | 'ILLEGAL'
  | 'IMPERSONATION'
  | 'OTHER';

/** What somebody reported, once for each case. */
export const reports = schema.table(
  'report',
  {
    id: uuid().primaryKey(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    // Null once the reporter is deleted.
    reporterId: uuid('reporter_id').references(() => users.id),
    reason: text().$type<ReportReason>().notNull(),
    comment: text(),
    createdAt: time('created_at').notNull().defaultNow(),
  },
  (table) => [
    unique('report_once').on(table.caseId, table.reporterId),
    index('report_case').on(table.caseId, table.createdAt, table.id),
    index('report_reporter').on(table.reporterId, table.createdAt, table.id),
  ],
);

/** What a reported text said when it was reported, as its owner showed it to who reported it. */
export const evidence = schema.table(
  'case_evidence',
  {
    id: uuid().primaryKey(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    text: text().notNull(),
    seenAt: time('seen_at').notNull().defaultNow(),
  },
  (table) => [index('case_evidence_case').on(table.caseId, table.seenAt, table.id)],
);

/** What those who keep order say to each other about a case; no text once it is cleared. */
export const caseNotes = schema.table(
  'case_note',
  {
    id: uuid().primaryKey(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    authorId: uuid('author_id')
      .notNull()
      .references(() => users.id),
    text: text(),
    createdAt: time('created_at').notNull().defaultNow(),
  },
  (table) => [index('case_note_case').on(table.caseId, table.createdAt, table.id)],
);

export type ActionKind =
  | 'DISMISS'
  | 'WARN'
  | 'LABEL'
  | 'LIMIT_VISIBILITY'
  | 'REMOVE_CONTENT'
  | 'RESTORE_CONTENT'
  | 'SUSPEND'
  | 'UNSUSPEND';

export type AppealState = 'OPEN' | 'GRANTED' | 'REFUSED';

/** What was decided in a case, and what its person had to say against it. */
export const actions = schema.table(
  'moderation_action',
  {
    id: uuid().primaryKey(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    kind: text().$type<ActionKind>().notNull(),
    moderatorId: uuid('moderator_id')
      .notNull()
      .references(() => users.id),
    // Whom it is about: they read it as a notice, where they are told.
    personId: uuid('person_id')
      .notNull()
      .references(() => users.id),
    isTold: boolean('is_told').notNull(),
    reason: text(),
    label: text().$type<ContentLabel>(),
    createdAt: time('created_at').notNull().defaultNow(),
    expiresAt: time('expires_at'),
    revertedAt: time('reverted_at'),
    appealState: text('appeal_state').$type<AppealState>(),
    appealText: text('appeal_text'),
    appealedAt: time('appealed_at'),
    // What was answered, by whom and when.
    appealAnswer: text('appeal_answer'),
    appealDeciderId: uuid('appeal_decider_id').references(() => users.id),
    appealDecidedAt: time('appeal_decided_at'),
  },
  (table) => [
    index('moderation_action_case').on(table.caseId, table.createdAt, table.id),
    index('moderation_action_person').on(table.personId, table.createdAt, table.id),
    index('moderation_action_appealed').on(table.caseId).where(sql`${table.appealState} = 'OPEN'`),
  ],
);

export type ModerationRow = typeof moderations.$inferSelect;
export type CaseRow = typeof cases.$inferSelect;
export type ReportRow = typeof reports.$inferSelect;
export type EvidenceRow = typeof evidence.$inferSelect;
export type CaseNoteRow = typeof caseNotes.$inferSelect;
export type ActionRow = typeof actions.$inferSelect;

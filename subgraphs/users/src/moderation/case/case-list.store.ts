import { texts } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { isAfter } from '@nexus/kit/keyset';
import type { Page } from '@nexus/kit/pagination';
import { and, asc, count, eq, ne, type SQL, sql } from 'drizzle-orm';
import { type CaseRow, type CaseState, cases, type ReportReason, reports } from '../../tables/moderation.ts';

/** Which cases: in these states, reported for one of these reasons, with this moderator; undefined is any. */
export type CaseFilter = {
  states: readonly CaseState[];
  reasons: readonly ReportReason[] | undefined;
  assigneeId: string | undefined;
};

/** One page of cases that are not about the viewer, the longest open first. */
export function findCases(
  db: Db,
  viewerId: string,
  { filter, page }: { filter: CaseFilter; page: Page },
): Promise<CaseRow[]> {
  // A page of each state: together they are in order, and each is read by its index.
  const ofState = db
    .select()
    .from(cases)
    .where(and(matches(filter, viewerId), isAfter([cases.openedAt, cases.id], page.after)))
    .orderBy(asc(cases.openedAt), asc(cases.id))
    .limit(page.first + 1)
    .as('of_state');
  return db
    .select(ofState._.selectedFields)
    .from(sql`unnest(${texts(filter.states)}) as wanted(state)`)
    .innerJoinLateral(ofState, sql`true`)
    .orderBy(asc(ofState.openedAt), asc(ofState.id))
    .limit(page.first + 1);
}

/** How many there are, counted up to `most` and one more. */
export async function countCases(
  db: Db,
  viewerId: string,
  { filter, most }: { filter: CaseFilter; most: number },
): Promise<number> {
  const ofState = db
    .select({ id: cases.id })
    .from(cases)
    .where(matches(filter, viewerId))
    // Which of them does not matter; in this order they are read by the index.
    .orderBy(asc(cases.openedAt))
    .limit(most + 1)
    .as('of_state');
  const some = db
    .select({ id: ofState.id })
    .from(sql`unnest(${texts(filter.states)}) as wanted(state)`)
    .innerJoinLateral(ofState, sql`true`)
    .limit(most + 1)
    .as('some');
  const [row] = await db.select({ value: count() }).from(some);
  return row?.value ?? 0;
}

function matches({ reasons, assigneeId }: CaseFilter, viewerId: string): SQL | undefined {
  const isReportedFor =
    reasons &&
    sql`exists (
      select from ${reports}
      where ${reports.caseId} = ${cases.id} and ${reports.reason} = any(${texts(reasons)}))`;
  return and(
    sql`${cases.state} = wanted.state`,
    ne(cases.personId, viewerId),
    isReportedFor,
    assigneeId === undefined ? undefined : eq(cases.assigneeId, assigneeId),
  );
}

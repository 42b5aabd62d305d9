import type { Db } from '@nexus/kit/database';
import { and, eq, ne, notInArray, sql } from 'drizzle-orm';
import { reports } from '../../tables/moderation.ts';
import { users } from '../../tables/users.ts';

/** Whether somebody is one of those who reported what a case is about. */
export async function hasReported(tx: Db, caseId: string, userId: string): Promise<boolean> {
  const found = await tx
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.caseId, caseId), eq(reports.reporterId, userId)));
  return found.length > 0;
}

/** Who is asked for: a judge of that person, none of the others, and none who reported in that case. */
type Wanted = { personId: string; otherThan: readonly string[]; notReportedIn?: string };

/** Whether there is anybody who could judge a person but for them: about an admin only admins can. */
export async function hasOtherJudge(tx: Db, { personId, otherThan, notReportedIn }: Wanted): Promise<boolean> {
  const isAboutAdmin = sql`exists (select from ${users} person where person.id = ${personId} and person.role = 'ADMIN')`;
  const found = await tx
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.state, 'ACTIVE'),
        ne(users.role, 'MEMBER'),
        notInArray(users.id, [...otherThan, personId]),
        sql`(${users.role} = 'ADMIN' or not ${isAboutAdmin})`,
        notReportedIn === undefined
          ? undefined
          : sql`not exists (
              select from ${reports}
              where ${reports.caseId} = ${notReportedIn} and ${reports.reporterId} = ${users.id})`,
      ),
    )
    .limit(1);
  return found.length > 0;
}

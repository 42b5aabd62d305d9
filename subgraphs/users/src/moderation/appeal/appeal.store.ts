import type { Db } from '@nexus/kit/database';
import { and, eq, ne, notInArray, sql } from 'drizzle-orm';
import { users } from '../../tables/users.ts';

/** Whether anybody but who decided, and whom it is about, could answer an appeal: about an admin only admins can. */
export async function hasOtherJudge(
  tx: Db,
  { deciderId, personId }: { deciderId: string; personId: string },
): Promise<boolean> {
  const isAboutAdmin = sql`exists (select from ${users} person where person.id = ${personId} and person.role = 'ADMIN')`;
  const found = await tx
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.state, 'ACTIVE'),
        ne(users.role, 'MEMBER'),
        notInArray(users.id, [deciderId, personId]),
        sql`(${users.role} = 'ADMIN' or not ${isAboutAdmin})`,
      ),
    )
    .limit(1);
  return found.length > 0;
}

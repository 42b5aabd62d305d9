import type { ContentLabel } from '@nexus/contracts/events';
import type { Db } from '@nexus/kit/database';
import { newId } from '@nexus/kit/new-id';
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { type ActionKind, type ActionRow, actions, type CaseRow, cases } from '../../tables/moderation.ts';
import type { Decision } from './decision.ts';

/** Notes a decision in its case. */
export async function insertAction(
  tx: Db,
  action: Decision & Pick<ActionRow, 'caseId' | 'moderatorId' | 'personId'>,
): Promise<ActionRow> {
  const [row] = await tx
    .insert(actions)
    .values({ id: newId(), ...action })
    .returning();
  if (!row) throw new Error('insert returned no row');
  return row;
}

type Which = { kinds: readonly ActionKind[]; label?: ContentLabel | null };

/**
 * Notes that decisions about what a case is about are taken back, whichever case they were made in; only of one label if
 * it is named.
 */
export async function revertActionsOn(tx: Db, about: CaseRow, { kinds, label = null }: Which): Promise<void> {
  const ofSubject = tx
    .select({ id: cases.id })
    .from(cases)
    // By the person, for whom there is an index.
    .where(and(eq(cases.personId, about.personId), eq(cases.subjectId, about.subjectId)));
  await tx
    .update(actions)
    .set({ revertedAt: sql`now()` })
    .where(
      and(
        inArray(actions.caseId, ofSubject),
        inArray(actions.kind, [...kinds]),
        label === null ? undefined : eq(actions.label, label),
        isNull(actions.revertedAt),
      ),
    );
}

/** Notes that the suspensions of a person are taken back. */
export async function revertSuspensions(tx: Db, personId: string): Promise<void> {
  await tx
    .update(actions)
    .set({ revertedAt: sql`now()` })
    .where(and(eq(actions.personId, personId), eq(actions.kind, 'SUSPEND'), isNull(actions.revertedAt)));
}

/** Why a moderator suspended a person, as they were told; undefined where nobody told them, or an operator did it. */
export async function findReasonOfSuspension(tx: Db, personId: string): Promise<string | undefined> {
  const [found] = await tx
    .select({ reason: actions.reason })
    .from(actions)
    .where(and(eq(actions.personId, personId), eq(actions.kind, 'SUSPEND'), actions.isTold, isNull(actions.revertedAt)))
    .orderBy(desc(actions.createdAt), desc(actions.id))
    .limit(1);
  return found?.reason ?? undefined;
}

export async function updateAction(tx: Db, id: string, change: Partial<ActionRow>): Promise<ActionRow> {
  const [row] = await tx.update(actions).set(change).where(eq(actions.id, id)).returning();
  if (!row) throw new Error(`the action ${id} is gone while it is held`);
  return row;
}

export async function findAction(db: Db, id: string): Promise<ActionRow | undefined> {
  const [row] = await db.select().from(actions).where(eq(actions.id, id));
  return row;
}

/** The same, held until the transaction ends. */
export async function lockAction(tx: Db, id: string): Promise<ActionRow | undefined> {
  const [row] = await tx.select().from(actions).where(eq(actions.id, id)).for('update');
  return row;
}

/** Whether any appeal in a case waits for an answer. */
export async function hasOpenAppeal(tx: Db, caseId: string): Promise<boolean> {
  const found = await tx
    .select({ id: actions.id })
    .from(actions)
    .where(and(eq(actions.caseId, caseId), eq(actions.appealState, 'OPEN')))
    .limit(1);
  return found.length > 0;
}

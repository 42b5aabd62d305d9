import type { Db } from '@nexus/kit/database';
import { newId } from '@nexus/kit/new-id';
import { type CaseNoteRow, caseNotes } from '../../tables/moderation.ts';

/** Adds a note to a case. */
export async function insertNote(
  tx: Db,
  note: Pick<CaseNoteRow, 'caseId' | 'authorId'> & { text: string },
): Promise<void> {
  await tx.insert(caseNotes).values({ id: newId(), ...note });
}

import type { Context } from '../context.ts';
import type { UserRow } from '../tables/users.ts';

/** A person as moderators and admins see them in their records: whatever became of the account, and of whom it blocked. */
export async function personOfRecord({ loaders }: Context, id: string): Promise<UserRow> {
  const person = await loaders.personOfRecord.load(id);
  if (!person) throw new Error(`the person ${id} is on record and not there`);
  return person;
}

/** The same where there may be nobody. */
export const whoeverItWas = (context: Context, id: string | null): Promise<UserRow> | null =>
  id === null ? null : personOfRecord(context, id);

import type { Viewer } from '@nexus/contracts/viewer';
import { conflict, forbidden } from '@nexus/kit/errors';
import type { UserRow } from '../../tables/users.ts';

/** Refuses to judge who is gone, oneself, and, for a moderator, an admin. */
export function requireJudgeOf(person: UserRow | undefined, viewer: Viewer): UserRow {
  if (!person || person.state === 'DELETED') throw conflict('This account is deleted: only dismiss the case.');
  if (person.id === viewer.id) throw forbidden('Nobody decides about themselves.');
  if (person.role === 'ADMIN' && viewer.role !== 'ADMIN') throw forbidden('About an admin only another admin decides.');
  return person;
}

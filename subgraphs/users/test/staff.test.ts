import { encodeId } from '@nexus/contracts/ids';
import { newId } from '@nexus/kit/new-id';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { grant } from '../src/state/state.service.ts';
import { ask, meet, startUsers } from './stage.ts';

test('who keeps order no longer gives back the cases they were at', async () => {
  await using users = await startUsers();
  const [former, colleague, bad] = await meet(users, 'former', 'colleague', 'bad');
  for (const { handle } of [former, colleague]) await grant(users, handle, 'MODERATOR');
  const caseId = newId();
  await users.db.execute(sql`
    insert into users.moderation_case (id, subject_kind, subject_id, person_id, state, assignee_id)
    values (${caseId}, 'USER', ${bad.viewer.id}, ${bad.viewer.id}, 'ASSIGNED', ${former.viewer.id})`);

  await grant(users, former.handle, 'MEMBER');

  const { moderationCase } = await ask(
    users,
    'query ($id: ID!) { moderationCase(id: $id) { state assignee { handle } } }',
    {
      id: encodeId('case', caseId),
      as: { ...colleague, viewer: { ...colleague.viewer, role: 'MODERATOR' } },
    },
  );
  expect(moderationCase).toEqual({ state: 'OPEN', assignee: null });
});

test('nothing is written on a case that says nothing any more', async () => {
  await using users = await startUsers();
  const [one, bad] = await meet(users, 'mod', 'bad');
  const mod = { ...one, viewer: { ...one.viewer, role: 'MODERATOR' as const } };
  const caseId = newId();
  await users.db.execute(sql`
    insert into users.moderation_case (id, subject_kind, subject_id, person_id, state, cleared_at)
    values (${caseId}, 'USER', ${bad.viewer.id}, ${bad.viewer.id}, 'RESOLVED', now())`);

  const note = `mutation ($input: AddCaseNoteInput!) { addCaseNote(input: $input) { userErrors { code path } } }`;
  const { addCaseNote } = await ask(users, note, {
    input: { caseId: encodeId('case', caseId), text: 'Seen before' },
    as: mod,
  });

  expect(addCaseNote.userErrors).toEqual([{ code: 'CONFLICT', path: ['input', 'caseId'] }]);
});

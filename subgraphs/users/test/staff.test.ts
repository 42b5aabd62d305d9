import { decodeId, encodeId } from '@nexus/contracts/ids';
import type { TestSubgraph } from '@nexus/contracts/testing';
import { newId } from '@nexus/kit/new-id';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { grant } from '../src/state/state.service.ts';
import { ask, meet, type Person, startUsers } from './stage.ts';

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

/** They keep order, by their token and on record. */
async function asModerator(users: TestSubgraph, person: Person): Promise<Person> {
  await users.db.execute(sql`update users."user" set role = 'MODERATOR' where id = ${person.viewer.id}`);
  return { ...person, viewer: { ...person.viewer, role: 'MODERATOR' } };
}

/** A case about somebody that others reported; its public id. */
async function caseAbout(users: TestSubgraph, bad: Person, ...reporters: Person[]): Promise<string> {
  const caseId = newId();
  await users.db.execute(sql`
    insert into users.moderation_case (id, subject_kind, subject_id, person_id)
    values (${caseId}, 'USER', ${bad.viewer.id}, ${bad.viewer.id})`);
  for (const { viewer } of reporters) {
    await users.db.execute(sql`
      insert into users.report (id, case_id, reporter_id, reason) values (${newId()}, ${caseId}, ${viewer.id}, 'SPAM')`);
  }
  return encodeId('case', caseId);
}

const AUDIT = '{ auditLog(filter: { action: "READ_CASE" }) { edges { node { actor { handle } target } } } }';
const read = (fields: string) => `query ($id: ID!) { moderationCase(id: $id) { ${fields} } }`;

test('who reads what was reported, or by whom, is on record, once for each case within the hour', async () => {
  await using users = await startUsers();
  const [one, two, bad, by, boss] = await meet(users, 'mod', 'colleague', 'bad', 'by', 'boss');
  const [mod, colleague] = [await asModerator(users, one), await asModerator(users, two)];
  const admin = { ...boss, viewer: { ...boss.viewer, role: 'ADMIN' as const } };
  const [id, other] = [await caseAbout(users, bad, by), await caseAbout(users, by, bad)];
  const onRecord = async () =>
    (await ask(users, AUDIT, { as: admin })).auditLog.edges.map(
      ({ node }: { node: { actor: { handle: string }; target: string } }) => [node.actor.handle, node.target],
    );

  await ask(users, read('id state reportCount reasons'), { id, as: mod });
  expect(await onRecord()).toEqual([]);
  await ask(users, read('evidence { text } reports { comment }'), { id, as: mod });
  await ask(users, read('evidence { text }'), { id, as: mod });
  expect(await onRecord()).toEqual([['mod', id]]);
  await ask(users, read('reports { reporter { handle } }'), { id, as: colleague });
  expect(await onRecord()).toEqual([
    ['colleague', id],
    ['mod', id],
  ]);
  await ask(users, '{ moderationQueue { edges { node { reports { comment } } } } }', { as: mod });
  expect((await onRecord()).slice(0, 1)).toEqual([['mod', other]]);
});

const MODERATE = `mutation ($input: ModerateInput!) {
  moderate(input: $input) { case { state } userErrors { code message path } } }`;

test('who reported something decides it only where nobody else could', async () => {
  await using users = await startUsers();
  const [one, bad] = await meet(users, 'mod', 'bad');
  const mod = await asModerator(users, one);
  const [first, second] = [await caseAbout(users, bad, mod), await caseAbout(users, one, bad)];
  const decide = async (as: Person, caseId: string) =>
    (await ask(users, MODERATE, { input: { caseId, kind: 'DISMISS', reason: 'No.' }, as })).moderate;
  expect((await decide(mod, first)).case).toEqual({ state: 'DISMISSED' });

  const [two] = await meet(users, 'colleague');
  const colleague = await asModerator(users, two);
  const again = await caseAbout(users, bad, mod);
  const refusal = { code: 'FORBIDDEN', path: null, message: 'You reported it: another moderator decides.' };
  expect((await decide(mod, again)).userErrors).toEqual([refusal]);
  // And nobody decides about themselves.
  expect((await decide(mod, second)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  expect((await decide(colleague, again)).case).toEqual({ state: 'DISMISSED' });
});

test('who reported something answers no appeal against what was decided, where somebody else could', async () => {
  await using users = await startUsers();
  const [one, two, three, bad] = await meet(users, 'mod', 'colleague', 'third', 'bad');
  const [mod, colleague] = [await asModerator(users, one), await asModerator(users, two)];
  const actionId = newId();
  const caseId = decodeId('case', await caseAbout(users, bad, mod));
  await users.db.execute(sql`update users.moderation_case set state = 'APPEALED' where id = ${caseId}`);
  await users.db.execute(sql`
    insert into users.moderation_action (id, case_id, kind, moderator_id, person_id, is_told, reason, appeal_state)
    values (${actionId}, ${caseId}, 'WARN', ${colleague.viewer.id}, ${bad.viewer.id}, true, 'Rule 3', 'OPEN')`);
  const input = { actionId: encodeId('action', actionId), accept: false, answer: 'It stays.' };
  const answer = async (as: Person) =>
    (
      await ask(
        users,
        `mutation ($input: DecideAppealInput!) { decideAppeal(input: $input) { case { state } userErrors { code } } }`,
        { input, as },
      )
    ).decideAppeal;

  const third = await asModerator(users, three);
  expect((await answer(colleague)).userErrors).toEqual([{ code: 'FORBIDDEN' }]);
  expect((await answer(mod)).userErrors).toEqual([{ code: 'FORBIDDEN' }]);
  await users.db.execute(sql`update users."user" set role = 'MEMBER' where id = ${third.viewer.id}`);
  // Who decided is further from answering than who reported.
  expect((await answer(colleague)).userErrors).toEqual([{ code: 'FORBIDDEN' }]);
  expect((await answer(mod)).case).toEqual({ state: 'RESOLVED' });
});

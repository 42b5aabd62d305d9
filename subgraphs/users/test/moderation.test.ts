import type { TestSubgraph } from '@nexus/contracts/testing';
import { newId } from '@nexus/kit/new-id';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clearOldCases } from '../src/moderation/retention/clear-cases.service.ts';
import { clearCasesAbout, forgetReporter } from '../src/moderation/retention/erase-moderation.store.ts';
import { ask, meet, type Person, startUsers } from './stage.ts';

let users: TestSubgraph;
beforeAll(async () => {
  users = await startUsers();
});
afterAll(() => users[Symbol.asyncDispose]());

let count = 0;

/** People with roles and handles of their own. */
async function cast<const Roles extends readonly string[]>(...roles: Roles) {
  const people: Person[] = [];
  for (const role of roles) {
    const [person] = await meet(users, `p${++count}`);
    await users.db.execute(sql`update users."user" set role = ${role} where id = ${person.viewer.id}`);
    people.push({ ...person, viewer: { ...person.viewer, role: role as 'MEMBER' } });
  }
  // A loop forgets that there are as many people as roles.
  return people as { [Index in keyof Roles]: Person };
}

const ERRORS = 'userErrors { code message path }';
const REPORT = `mutation ($input: ReportContentInput!) { done: reportContent(input: $input) { accepted ${ERRORS} } }`;
const CASE = 'case { id state actions { id kind appealState revertedAt } assignee { handle } notes { text } }';
const MODERATE = `mutation ($input: ModerateInput!) { done: moderate(input: $input) { ${CASE} ${ERRORS} } }`;
const ASSIGN = `mutation ($input: AssignCaseInput!) { done: assignCase(input: $input) { ${CASE} ${ERRORS} } }`;
const NOTE = `mutation ($input: AddCaseNoteInput!) { done: addCaseNote(input: $input) { ${CASE} ${ERRORS} } }`;
const APPEAL = `mutation ($input: AppealModerationInput!) { done: appealModeration(input: $input) { notice { id } ${ERRORS} } }`;
const ANSWER = `mutation ($input: DecideAppealInput!) { done: decideAppeal(input: $input) { ${CASE} ${ERRORS} } }`;
const QUEUE = `query ($filter: ModerationFilter, $first: Int, $after: String) {
  moderationQueue(filter: $filter, first: $first, after: $after) {
    totalCount edges { node { id person { handle } reportCount reasons reports { reporter { handle } comment } } }
    pageInfo { endCursor hasNextPage } } }`;
const NOTICES =
  '{ viewer { moderationNotices { edges { node { id kind reason canAppeal subject { __typename } } } } } }';

const act = async (mutation: string, input: object, as: Person) => (await ask(users, mutation, { input, as })).done;
const report = (of: Person, by: Person, reason = 'SPAM') =>
  act(REPORT, { subjectId: of.id, reason, comment: 'Look at them' }, by);
const decide = (as: Person, caseId: string, decision: { kind: string; [more: string]: unknown }) =>
  act(MODERATE, { caseId, reason: 'Because.', ...decision }, as);

type Listed = { id: string; person: { handle: string }; reportCount: number };
async function queueOf(as: Person, variables: object = {}): Promise<Listed[]> {
  const { moderationQueue } = await ask(users, QUEUE, { first: 100, ...variables, as });
  return moderationQueue.edges.map(({ node }: { node: Listed }) => node);
}

async function caseAbout(of: Person, by: Person, moderator: Person): Promise<string> {
  expect(await report(of, by)).toEqual({ accepted: true, userErrors: [] });
  const found = (await queueOf(moderator)).find(({ person }) => person.handle === of.handle);
  if (!found) throw new Error('there is no case');
  return found.id;
}

const countRows = async (table: string, which = 'true') => {
  const [row] = await users.db.execute<{ n: number }>(
    sql.raw(`select count(*)::int n from users.${table} where ${which}`),
  );
  return row?.n;
};

test('reports of one person join one case, each reporter once, until it is decided', async () => {
  const [mod, bad, ...reporters] = await cast('MODERATOR', 'MEMBER', 'MEMBER', 'MEMBER');
  for (const by of [...reporters, ...reporters]) await report(bad, by, 'HATE');
  const [open] = (await queueOf(mod)).filter(({ person }) => person.handle === bad.handle);
  expect(open).toMatchObject({ reportCount: 2, reasons: ['HATE'] });

  expect((await decide(mod, open?.id ?? '', { kind: 'DISMISS' })).case.state).toBe('DISMISSED');
  const again = await caseAbout(bad, reporters[0] as Person, mod);
  expect(again).not.toBe(open?.id);
});

test('many who report at once open one case', async () => {
  const [mod, bad] = await cast('MODERATOR', 'MEMBER');
  const crowd = await cast(...Array<'MEMBER'>(20).fill('MEMBER'));
  await Promise.all(crowd.map((by) => report(bad, by)));
  expect((await queueOf(mod)).filter(({ person }) => person.handle === bad.handle)).toMatchObject([
    { reportCount: 20 },
  ]);
});

test('moderators who decide at once, while others report, come one after the other', async () => {
  const [mod, colleague, bad, ...reporters] = await cast(
    'MODERATOR',
    'MODERATOR',
    'MEMBER',
    'MEMBER',
    'MEMBER',
    'MEMBER',
  );
  const caseId = await caseAbout(bad, reporters[0] as Person, mod);

  const [one, other, ...reported] = await Promise.all([
    decide(mod, caseId, { kind: 'WARN' }),
    decide(colleague, caseId, { kind: 'LIMIT_VISIBILITY' }),
    ...reporters.map((by) => report(bad, by)),
  ]);

  expect([one.userErrors, other.userErrors]).toEqual([[], []]);
  for (const answer of reported) expect(answer).toEqual({ accepted: true, userErrors: [] });
  const query = 'query ($id: ID!) { moderationCase(id: $id) { state actions { kind } } }';
  const { moderationCase } = await ask(users, query, { id: caseId, as: mod });
  expect(moderationCase.state).toBe('RESOLVED');
  expect(moderationCase.actions).toHaveLength(2);
});

test('one reports neither oneself nor whom one does not see, and at most thirty times an hour', async () => {
  const [bad, blocked, busy] = await cast('MEMBER', 'MEMBER', 'MEMBER');
  await ask(users, 'mutation ($id: ID!) { blockUser(input: { userId: $id }) { userErrors { code } } }', {
    id: blocked.id,
    as: bad,
  });
  expect((await report(bad, bad)).userErrors).toMatchObject([{ code: 'INVALID', path: ['input', 'subjectId'] }]);
  expect((await report(bad, blocked)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  for (let time = 0; time < 30; time += 1) await report(bad, busy);
  expect((await report(bad, busy)).userErrors).toMatchObject([{ code: 'RATE_LIMITED' }]);
});

test('a case is given to a moderator, noted upon, and found by who is at it', async () => {
  const [mod, colleague, bad, by] = await cast('MODERATOR', 'MODERATOR', 'MEMBER', 'MEMBER');
  const caseId = await caseAbout(bad, by, mod);

  expect((await act(ASSIGN, { caseId }, mod)).case).toMatchObject({
    state: 'ASSIGNED',
    assignee: { handle: mod.handle },
  });
  expect((await queueOf(mod, { filter: { assignedToMe: true } })).map(({ id }) => id)).toContain(caseId);
  expect((await queueOf(colleague, { filter: { assignedToMe: true } })).map(({ id }) => id)).not.toContain(caseId);
  expect((await act(ASSIGN, { caseId, assigneeId: by.id }, mod)).userErrors).toMatchObject([{ code: 'INVALID' }]);
  expect((await act(ASSIGN, { caseId, assigneeId: null }, mod)).case.state).toBe('OPEN');
  expect((await act(NOTE, { caseId, text: 'Seen before' }, colleague)).case.notes).toEqual([{ text: 'Seen before' }]);
});

test('the queue is read page by page, the longest open first', async () => {
  const [mod, by, ...bad] = await cast('MODERATOR', 'MEMBER', 'MEMBER', 'MEMBER', 'MEMBER');
  const wanted: string[] = [];
  for (const one of bad) wanted.push(await caseAbout(one, by, mod));
  await act(ASSIGN, { caseId: wanted[1] }, mod);

  const seen: string[] = [];
  for (let after: string | null = null; ; ) {
    const { moderationQueue } = await ask(users, QUEUE, { first: 2, after, as: mod });
    seen.push(...moderationQueue.edges.map(({ node }: { node: Listed }) => node.id));
    if (!moderationQueue.pageInfo.hasNextPage) break;
    after = moderationQueue.pageInfo.endCursor;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.filter((id) => wanted.includes(id))).toEqual(wanted);
});

test('nobody reads or decides a case about themselves, and a moderator decides nothing about an admin', async () => {
  const [mod, admin, other, by] = await cast('MODERATOR', 'ADMIN', 'ADMIN', 'MEMBER');
  const aboutMod = await caseAbout(mod, by, admin);
  const aboutAdmin = await caseAbout(admin, by, mod);
  const byId = (id: string, as: Person) =>
    ask(users, 'query ($id: ID!) { moderationCase(id: $id) { id } }', { id, as });

  expect(await byId(aboutMod, mod)).toEqual({ moderationCase: null });
  expect((await queueOf(mod)).map(({ id }) => id)).not.toContain(aboutMod);
  expect((await decide(mod, aboutMod, { kind: 'DISMISS' })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  expect((await decide(mod, aboutAdmin, { kind: 'DISMISS' })).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
  expect((await decide(other, aboutAdmin, { kind: 'WARN' })).userErrors).toEqual([]);
});

test('a decision has to fit what the case is about, and where it is', async () => {
  const [mod, bad, by] = await cast('MODERATOR', 'MEMBER', 'MEMBER');
  const caseId = await caseAbout(bad, by, mod);
  const refused = async (kind: string, more = {}) => (await decide(mod, caseId, { kind, ...more })).userErrors[0]?.code;

  expect(await refused('REMOVE_CONTENT')).toBe('INVALID');
  expect(await refused('LABEL', { label: 'SPAM' })).toBe('INVALID');
  expect(await refused('WARN', { label: 'SPAM' })).toBe('INVALID');
  expect(await refused('WARN', { durationSeconds: 3_600 })).toBe('INVALID');
  expect(await refused('SUSPEND', { durationSeconds: 5 })).toBe('INVALID');
  expect(await refused('WARN', { reason: '  ' })).toBe('INVALID');
  expect(await refused('DISMISS')).toBeUndefined();
  expect(await refused('WARN')).toBe('CONFLICT');
});

test('the person reads what was decided and why, and nothing of what they are not told', async () => {
  const [mod, bad, by] = await cast('MODERATOR', 'MEMBER', 'MEMBER');
  await decide(mod, await caseAbout(bad, by, mod), { kind: 'WARN' });
  await decide(mod, await caseAbout(bad, by, mod), { kind: 'LIMIT_VISIBILITY', notifyUser: false });

  const { viewer } = await ask(users, NOTICES, { as: bad });

  expect(viewer.moderationNotices.edges.map(({ node }: { node: object }) => node)).toEqual([
    {
      id: expect.stringMatching(/^action_/),
      kind: 'WARN',
      reason: 'Because.',
      canAppeal: true,
      subject: { __typename: 'User' },
    },
  ]);
});

test('an appeal comes back to the queue once, and who decided answers it only when nobody else can', async () => {
  // Others of this file keep order, too.
  await users.db.execute(sql`update users."user" set role = 'MEMBER'`);
  const [mod, bad, by] = await cast('MODERATOR', 'MEMBER', 'MEMBER');
  const caseId = await caseAbout(bad, by, mod);
  const { actions } = (await decide(mod, caseId, { kind: 'WARN' })).case;
  const actionId = actions[0].id;

  expect((await act(APPEAL, { actionId, text: 'Why?' }, by)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  expect((await act(APPEAL, { actionId, text: 'Why?' }, bad)).userErrors).toEqual([]);
  expect((await queueOf(mod, { filter: { states: ['APPEALED'] } })).map(({ id }) => id)).toEqual([caseId]);
  expect((await decide(mod, caseId, { kind: 'WARN' })).userErrors).toMatchObject([{ code: 'CONFLICT' }]);

  const [colleague] = await cast('MODERATOR');
  const answer = { actionId, accept: false, answer: 'It stays.' };
  expect((await act(ANSWER, answer, mod)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
  await users.db.execute(sql`update users."user" set state = 'DEACTIVATED' where id = ${colleague.viewer.id}`);
  expect((await act(ANSWER, answer, mod)).case).toMatchObject({
    state: 'RESOLVED',
    actions: [{ appealState: 'REFUSED' }],
  });
  expect((await act(APPEAL, { actionId, text: 'Again' }, bad)).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
});

test('the audit log is only added to, whoever asks', async () => {
  const admin = postgres(users.adminUrl, { max: 1 });
  const [mod, bad, by] = await cast('MODERATOR', 'MEMBER', 'MEMBER');
  await decide(mod, await caseAbout(bad, by, mod), { kind: 'WARN' });
  expect(await countRows('audit_log')).toBeGreaterThan(0);

  for (const statement of [
    'update users.audit_log set action = action',
    'delete from users.audit_log',
    'truncate users.audit_log',
  ]) {
    await expect(admin.unsafe(statement)).rejects.toThrow('the audit log is only added to');
  }
  await admin.end();
});

test('half a year after the decision a case says nothing any more', async () => {
  const [mod, bad, by] = await cast('MODERATOR', 'MEMBER', 'MEMBER');
  const caseId = await caseAbout(bad, by, mod);
  await act(NOTE, { caseId, text: 'Seen before' }, mod);
  await decide(mod, caseId, { kind: 'WARN' });
  await clearOldCases(users);
  expect(await countRows('report', `reporter_id = '${by.viewer.id}' and comment is not null`)).toBe(1);

  await users.db.execute(sql`update users.moderation_case set resolved_at = now() - interval '181 days'
    where person_id = ${bad.viewer.id}`);
  await clearOldCases(users);

  expect(await countRows('report', `reporter_id = '${by.viewer.id}' and comment is not null`)).toBe(0);
  expect(await countRows('case_note', `author_id = '${mod.viewer.id}' and text is not null`)).toBe(0);
  expect(await countRows('moderation_action', `person_id = '${bad.viewer.id}' and reason is not null`)).toBe(1);
});

test('of a deleted person reports lose their name, and cases their texts', async () => {
  const [mod, bad, by] = await cast('MODERATOR', 'MEMBER', 'MEMBER');
  const caseId = await caseAbout(bad, by, mod);
  await users.db.execute(sql`
    insert into users.case_evidence (id, case_id, text)
    select ${newId()}, id, 'what they said' from users.moderation_case where person_id = ${bad.viewer.id}`);
  await decide(mod, caseId, { kind: 'WARN' });

  await users.db.transaction(async (tx) => {
    expect(await forgetReporter(tx, by.viewer.id)).toBe(1);
    expect(await forgetReporter(tx, by.viewer.id)).toBe(0);
    expect(await clearCasesAbout(tx, bad.viewer.id)).toBe(1);
    expect(await clearCasesAbout(tx, bad.viewer.id)).toBe(0);
  });

  expect(await countRows('report', `reporter_id = '${by.viewer.id}'`)).toBe(0);
  expect(await countRows('moderation_action', `person_id = '${bad.viewer.id}' and reason is not null`)).toBe(0);
  const query = `query ($id: ID!) { moderationCase(id: $id) { evidence { text } reports { reporter { handle } comment } } }`;
  expect((await ask(users, query, { id: caseId, as: mod })).moderationCase).toEqual({
    evidence: [],
    reports: [{ reporter: null, comment: null }],
  });
});

test('a page of the queue with all that is in it costs a bounded number of statements', async () => {
  const [mod, by, ...bad] = await cast('MODERATOR', ...Array<'MEMBER'>(12).fill('MEMBER'));
  for (const one of bad) await caseAbout(one, by as Person, mod as Person);
  const query = `{ moderationQueue(first: 50) { totalCount edges { node {
    person { handle } reportCount reasons reports { reporter { handle } } evidence { text } assignee { handle }
    actions { moderator { handle } } notes { author { handle } } subject { __typename } } } } }`;

  await ask(users, query, { as: mod as Person });

  // One of them puts on record that they are read.
  expect(users.statements.length).toBeLessThanOrEqual(12);
});

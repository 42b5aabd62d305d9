import { encodeId } from '@nexus/contracts/ids';
import { startTestSubgraph, type TestSubgraph } from '@nexus/contracts/testing';
import { explain, planFaults } from '@nexus/kit/testing/explain';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parts } from '../src/export/parts.ts';
import { findFreshModerations } from '../src/hot/hot.store.ts';
import { hasOtherJudge } from '../src/moderation/decision/judge.store.ts';
import { takeOldCases } from '../src/moderation/retention/clear-cases.store.ts';
import { clearCasesAbout, forgetReporter, giveBackCases } from '../src/moderation/retention/erase-moderation.store.ts';
import { usersSubgraph } from '../src/subgraph.ts';
import { ask, type Person } from './stage.ts';

/** 20,000 people, each with a case about them; the first fifty keep order, and did all that is in the log. */
const GENERATE = `
insert into users."user" (id, handle, display_name, role)
select uuidv7(), 'person_' || n, 'Person', case when n <= 25 then 'ADMIN' when n <= 50 then 'MODERATOR' else 'MEMBER' end
from generate_series(1, 20000) n;
create temporary table person as select id, substr(handle, 8)::integer n from users."user";
create index on person (n);
analyze person;
insert into users.session (id, user_id, expires_at) select uuidv7(), id, now() + interval '1 day' from person where n <= 100;
insert into users.moderation_case (id, subject_kind, subject_id, person_id, state, assignee_id, opened_at, resolved_at)
select uuidv7(), 'USER', id, id, (array['OPEN', 'ASSIGNED', 'RESOLVED', 'DISMISSED', 'APPEALED'])[1 + n % 5],
  case when n % 5 = 1 then (select id from person where n = 1) end, now() - n * interval '1 minute',
  case when n % 5 in (2, 3) then now() - n * interval '1 hour' end
from person;
insert into users.report (id, case_id, reporter_id, reason, comment, created_at)
select uuidv7(), c.id, reporter.id, 'SPAM', 'Look', now() - p.n * interval '1 s'
from users.moderation_case c join person p on p.id = c.person_id cross join generate_series(1, 2) k
join person reporter on reporter.n = 51 + (p.n + k) % 1000 where reporter.id <> p.id;
insert into users.case_evidence (id, case_id, text) select uuidv7(), id, 'They said' from users.moderation_case;
insert into users.case_note (id, case_id, author_id, text)
select uuidv7(), id, (select id from person where n = 1), 'Hm' from users.moderation_case;
insert into users.moderation_action (id, case_id, kind, moderator_id, person_id, is_told, reason)
select uuidv7(), c.id, 'WARN', m.id, case when p.n % 40 = 0 then (select id from person where n = 60) else c.person_id end, true, 'Rule 3'
from users.moderation_case c join person p on p.id = c.person_id join person m on m.n = 1 + p.n % 50;
insert into users.moderation (subject_id, subject_kind, is_limited, changed_at)
select id, 'USER', true, now() - interval '1 day' from person;
insert into users.audit_log (id, actor_id, action, target_kind, target_id, at)
select uuidv7(), m.id, case when p.n % 1000 = 0 then 'SUSPEND' else 'WARN' end, 'USER', p.id, now() - p.n * interval '1 s'
from person p join person m on m.n = 1 + p.n % 50;
analyze`;

let users: TestSubgraph;
let admin: postgres.Sql;
beforeAll(async () => {
  users = await startTestSubgraph(usersSubgraph);
  admin = postgres(users.adminUrl, { max: 1, onnotice: () => undefined });
  await admin.unsafe(GENERATE);
}, 120_000);
afterAll(async () => {
  await admin.end();
  await users[Symbol.asyncDispose]();
});

async function personOf(n: number): Promise<Person> {
  const handle = `person_${n}`;
  const [found] = await admin`
    select p.id, role, s.id as session from users."user" p left join users.session s on s.user_id = p.id
    where handle = ${handle}`;
  const viewer = { id: found?.id, sessionId: found?.session, role: found?.role };
  return { id: encodeId('user', found?.id), handle, viewer };
}

async function faults(pageSize: number): Promise<string[]> {
  expect(users.statements).not.toEqual([]);
  const found: string[] = [];
  // Explaining runs it, and what was inserted is there already.
  for (const statement of users.statements.filter(({ query }) => !query.startsWith('insert'))) {
    const nodes = await explain(users.database.sql, statement);
    found.push(...planFaults(nodes, pageSize).map((fault) => `${fault} in ${statement.query}`));
  }
  return found;
}

async function faultsOfWork(work: () => Promise<unknown>): Promise<string[]> {
  users.statements.length = 0;
  await work();
  return await faults(500);
}

const CASE = `id person { handle } reportCount reasons reports { reporter { handle } } evidence { text } assignee { handle }
  actions { moderator { handle } } notes { author { handle } }`;
const QUEUE = `query ($first: Int, $after: String, $filter: ModerationFilter) {
  list: moderationQueue(first: $first, after: $after, filter: $filter) { edges { node { ${CASE} } } pageInfo { endCursor } } }`;

test.each([
  ['what waits', {}],
  ['what is decided', { states: ['RESOLVED', 'DISMISSED'] }],
  ['what is reported for a reason', { reasons: ['SPAM', 'HATE'] }],
])('%s is read by index, and a long page costs as many statements as a short one', async (_, filter) => {
  const moderator = await personOf(30);
  const counts: number[] = [];
  let after = null;
  for (const first of [1, 100]) {
    const { list } = await ask(users, QUEUE, { first, after, filter, as: moderator });
    expect(list.edges).toHaveLength(first);
    counts.push(users.statements.length);
    // Two reports, and a page of each of three states.
    expect(await faults(303)).toEqual([]);
    after = list.pageInfo.endCursor;
  }
  expect(counts[1]).toBe(counts[0]);
});

test('how many wait is counted by index, and not beyond a thousand', async () => {
  const { moderationQueue } = await ask(users, '{ moderationQueue { totalCount } }', { as: await personOf(30) });
  expect(moderationQueue.totalCount).toBeNull();
  expect(await faults(1_001)).toEqual([]);
});

test('the audit log is read by index, whatever is looked for', async () => {
  const reader = await personOf(2);
  const [somebody, target] = [await personOf(3), await personOf(777)];
  const query = `query ($filter: AuditLogFilter) {
    auditLog(filter: $filter, first: 10) { edges { node { actor { handle } action target } } } }`;
  const since = new Date(Date.now() - 3_600_000).toISOString();
  for (const filter of [
    {},
    { actorId: somebody.id },
    { target: target.id },
    { action: 'SUSPEND' },
    { since, until: '9999-12-31T23:59:59Z' },
    { since: '0000-01-01T00:00:00Z' },
  ]) {
    const { auditLog } = await ask(users, query, { filter, as: reader });
    expect(auditLog.edges.length, JSON.stringify(filter)).toBeGreaterThan(0);
    expect(await faults(500), JSON.stringify(filter)).toEqual([]);
  }
});

test('notices are read by index, and copied so, as what one reported', async () => {
  const [warned, reporter] = [await personOf(60), await personOf(52)];
  const query = `query ($first: Int) {
    viewer { moderationNotices(first: $first) { edges { node { kind canAppeal subject { __typename } } } } } }`;
  const { viewer } = await ask(users, query, { first: 100, as: warned });
  expect(viewer.moderationNotices.edges).toHaveLength(100);
  expect(users.statements.length).toBeLessThanOrEqual(3);
  expect(await faults(200)).toEqual([]);

  const copy = (part: 'reports' | 'moderation_notices', of: Person) => async () => {
    for await (const row of parts[part](users.db, of.viewer.id)) if (!row) throw new Error('nothing was copied');
  };
  expect(await faultsOfWork(copy('reports', reporter))).toEqual([]);
  expect(await faultsOfWork(copy('moderation_notices', warned))).toEqual([]);
});

test('reporting, deciding and appealing find their rows by index', async () => {
  const [admins, bad, reporter] = [await personOf(2), await personOf(90), await personOf(91)];
  const report = 'mutation ($id: ID!) { reportContent(input: { subjectId: $id, reason: HATE }) { accepted } }';
  await ask(users, report, { id: bad.id, as: reporter });
  expect(await faults(100)).toEqual([]);
  const [found] = await admin`
    select id from users.moderation_case where subject_id = ${bad.viewer.id} and state in ('OPEN', 'ASSIGNED')`;
  const caseId = encodeId('case', found?.id);
  const decide = `mutation ($caseId: ID!, $kind: ModerationActionKind!) {
    moderate(input: { caseId: $caseId, kind: $kind, reason: "Rule 3" }) { case { actions { id } } userErrors { message } } }`;
  for (const kind of ['LIMIT_VISIBILITY', 'RESTORE_CONTENT']) {
    await ask(users, decide, { caseId, kind, as: admins });
    expect(await faults(100), kind).toEqual([]);
  }
  const { moderate } = await ask(users, decide, { caseId, kind: 'WARN', as: admins });
  const appeal =
    'mutation ($id: ID!) { appealModeration(input: { actionId: $id, text: "No" }) { userErrors { message } } }';
  await ask(users, appeal, { id: moderate.case.actions[0].id, as: bad });
  expect(await faults(100)).toEqual([]);
  const judges = { otherThan: [admins.viewer.id], personId: bad.viewer.id, notReportedIn: found?.id };
  expect(await faultsOfWork(() => hasOtherJudge(users.db, judges))).toEqual([]);
});

test('what is forgotten, cleared and told anew is found by index', async () => {
  const { db } = users;
  const { viewer } = await personOf(52);
  expect(await faultsOfWork(() => takeOldCases(db, 180))).toEqual([]);
  expect(await faultsOfWork(() => forgetReporter(db, viewer.id))).toEqual([]);
  expect(await faultsOfWork(() => clearCasesAbout(db, viewer.id))).toEqual([]);
  const keeper = await personOf(1);
  await admin`update users.moderation_case set assignee_id = null where opened_at < now() - interval '1 hour'`;
  expect(await faultsOfWork(() => giveBackCases(db, keeper.viewer.id))).toEqual([]);
  expect(await faultsOfWork(() => findFreshModerations(db))).toEqual([]);
});

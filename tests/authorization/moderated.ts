import { decodeId } from '@nexus/contracts/ids';
import type postgres from 'postgres';
import type { TestGraph } from '../setup/graph.ts';
import type { Asker } from './model.ts';
import type { Run, World } from './world.ts';

type KeepingOrder = { sql: postgres.Sql; graph: TestGraph; world: World; run: Run };

type Decided = { case?: { actions: { id: string }[] } };

/** The guest reports a post of the author, which gets a label; the author appeals and is answered. */
export async function keepOrder({ sql, graph, world, run }: KeepingOrder): Promise<void> {
  const { things, tokens, posts } = world;
  await run('guest', '($input: ReportContentInput!) { reportContent(input: $input) { userErrors { message } } }', {
    input: { subjectId: posts.public?.id, reason: 'SPAM', comment: 'look at this' },
  });
  const { data } = await graph.ask('{ moderationQueue { edges { node { id } } } }', {}, tokens.moderator);
  const caseId = data.moderationQueue.edges[0].node.id;
  const act = (mutation: string, type: string, input: object) =>
    run<Decided>(
      'moderator',
      `($input: ${type}!) { ${mutation}(input: $input) { case { actions { id } } userErrors { message } } }`,
      { input: { caseId, ...input } },
    );
  await act('assignCase', 'AssignCaseInput', {});
  await act('addCaseNote', 'AddCaseNoteInput', { text: 'a note between moderators' });
  const decided = await act('moderate', 'ModerateInput', { kind: 'LABEL', label: 'SPAM', reason: 'it is' });
  const actionId = decided.case?.actions[0]?.id ?? '';
  await run(
    'author',
    '($input: AppealModerationInput!) { appealModeration(input: $input) { userErrors { message } } }',
    {
      input: { actionId, text: 'it is not' },
    },
  );
  await run('admin', '($input: DecideAppealInput!) { decideAppeal(input: $input) { userErrors { message } } }', {
    input: { actionId, accept: false, answer: 'it still is' },
  });
  // What only other decisions have.
  await sql`update users.moderation_action set expires_at = now(), reverted_at = now() where id = ${decodeId('action', actionId)}`;

  const keepsOrder = (asker: Asker) => asker === 'moderator' || asker === 'admin';
  things.push(
    { type: 'ModerationCase', id: caseId, name: 'a case', text: 'a note between moderators', isSeenBy: keepsOrder },
    {
      type: 'Decision',
      id: actionId,
      name: 'a decision',
      text: 'it still is',
      isSeenBy: (asker) => asker === 'author' || keepsOrder(asker),
    },
  );
  const { data: log } = await graph.ask('{ auditLog { edges { node { id } } } }', {}, tokens.admin);
  for (const { node } of log.auditLog.edges) {
    things.push({ type: 'AuditLogEntry', id: node.id, name: 'what is logged', isSeenBy: (asker) => asker === 'admin' });
  }
}

import type { TestSubgraph } from '@nexus/contracts/testing';
import { askEntities, introduce, type Person, tellOfPerson } from '@nexus/contracts/testing/told';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { forgetting } from '../src/erasure/erasure.service.ts';
import { act, read } from './authoring.ts';
import { block, createPost, deletePost, publish, startPosts } from './stage.ts';

const POLL = 'id isMultiple hasEnded voterCount viewerChoices options { index text voteCount }';
const asking = (change: object = {}) => ({
  text: 'Which?',
  poll: { options: ['red', 'green', 'blue'], durationSeconds: 3_600, ...change },
});

async function ask(posts: TestSubgraph, author: Person, change: object = {}) {
  const postId = await publish(posts, author, { ...asking(change) });
  const { poll } = await read(posts, [postId, `poll { ${POLL} }`], author);
  return { postId, pollId: poll.id as string };
}

/** The poll as somebody sees it, its votes in the order of the options. */
async function results(posts: TestSubgraph, postId: string, reader?: Person) {
  const { poll } = await read(posts, [postId, `poll { ${POLL} }`], reader);
  const { voterCount, viewerChoices, options } = poll;
  return { voterCount, viewerChoices, votes: options.map(({ voteCount }: { voteCount: number }) => voteCount) };
}

const end = ({ db }: TestSubgraph) => db.execute(sql`update posts.poll set ends_at = now() - interval '1 second'`);

test('whoever has answered sees the results, and so does the author; others do when it has ended', async () => {
  await using posts = await startPosts();
  const [ada, bob, cleo] = await introduce(posts, 'ada', 'bob', 'cleo');
  const { postId, pollId } = await ask(posts, ada);
  const hidden = { voterCount: null, viewerChoices: null, votes: [null, null, null] };

  expect(await results(posts, postId, bob)).toEqual(hidden);
  const answer = await act(posts, bob).votePoll({ pollId, choices: [1] });

  const options = ['red', 'green', 'blue'].map((text, index) => ({ index, text, voteCount: index === 1 ? 1 : 0 }));
  expect(answer).toEqual({ poll: { id: pollId, voterCount: 1, viewerChoices: [1], options }, userErrors: [] });
  expect(await results(posts, postId, ada)).toEqual({ voterCount: 1, viewerChoices: null, votes: [0, 1, 0] });
  expect(await results(posts, postId, cleo)).toEqual(hidden);
  expect(await results(posts, postId)).toEqual(hidden);
  await end(posts);
  expect(await results(posts, postId)).toEqual({ voterCount: 1, viewerChoices: null, votes: [0, 1, 0] });
});

test('an answer is given once and for good; the same one again changes nothing', async () => {
  await using posts = await startPosts();
  const [ada, bob, cleo] = await introduce(posts, 'ada', 'bob', 'cleo');
  const { postId, pollId } = await ask(posts, ada, { isMultiple: true });
  const vote = async (who: Person, choices: number[]) =>
    (await act(posts, who).votePoll({ pollId, choices })).userErrors.map(({ code }: { code: string }) => code);

  expect(await vote(bob, [2, 0, 2])).toEqual([]);
  expect(await vote(bob, [0, 2])).toEqual([]);
  expect(await vote(bob, [0])).toEqual(['CONFLICT']);
  expect(await vote(ada, [0])).toEqual([]);
  expect(await results(posts, postId, bob)).toEqual({ voterCount: 2, viewerChoices: [0, 2], votes: [2, 0, 1] });
  await end(posts);
  expect(await vote(bob, [0, 2])).toEqual([]);
  expect(await vote(cleo, [0])).toEqual(['CONFLICT']);
});

test('what is no answer is refused with a reason', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  const { pollId } = await ask(posts, ada);
  const refused = async (choices: number[], id = pollId) =>
    (await act(posts, bob).votePoll({ pollId: id, choices })).userErrors;

  for (const choices of [[], [-1], [3], [0, 1]]) {
    expect(await refused(choices)).toMatchObject([{ code: 'INVALID', path: ['input', 'choices'] }]);
  }
  expect(await refused([0], 'poll_01h455vb4pex5vsknk084sn02q')).toMatchObject([{ code: 'NOT_FOUND' }]);
});

test('who does not see the post sees no poll and cannot answer it', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  const { postId, pollId } = await ask(posts, ada);
  const pollOf = (who: Person) => askEntities(posts, { typename: 'Poll', ids: [pollId], selection: 'id' }, who.viewer);
  const refused = async () => (await act(posts, bob).votePoll({ pollId, choices: [0] })).userErrors;

  expect(await pollOf(bob)).toEqual([{ id: pollId }]);
  await block(posts, [ada, bob]);
  expect(await pollOf(bob)).toEqual([null]);
  expect(await refused()).toMatchObject([{ code: 'NOT_FOUND' }]);
  expect(await pollOf(ada)).toEqual([{ id: pollId }]);
  await deletePost(posts, ada.viewer, postId);
  expect(await pollOf(ada)).toEqual([null]);
});

test('a poll has 2 to 10 different answers and lasts 5 minutes to 30 days', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  const refused = async (change: object) => (await createPost(posts, ada.viewer, asking(change))).userErrors;
  const many = (count: number) => Array.from({ length: count }, (_, index) => `answer ${index}`);
  const at = (field: string) => [{ code: 'INVALID', path: ['input', 'content', 'poll', ...field.split('.')] }];

  expect(await refused({ options: many(10) })).toEqual([]);
  for (const options of [many(1), many(11), ['same', ' same ']]) {
    expect(await refused({ options })).toMatchObject(at('options'));
  }
  expect(await refused({ options: ['x', ' '] })).toMatchObject(at('options.1'));
  expect(await refused({ options: ['x', '😀'.repeat(101)] })).toMatchObject(at('options.1'));
  for (const durationSeconds of [300, 2_592_000]) expect(await refused({ durationSeconds })).toEqual([]);
  for (const durationSeconds of [299, 2_592_001]) {
    expect(await refused({ durationSeconds })).toMatchObject(at('durationSeconds'));
  }
});

test('answers that fifty people give at the same moment, each twice, are all counted once', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  const { postId, pollId } = await ask(posts, ada);
  const crowd = await introduce(posts, ...Array.from({ length: 50 }, (_, index) => `voter${index}`));

  await Promise.all(
    crowd.flatMap((voter, index) =>
      [0, 1].map((shift) => act(posts, voter).votePoll({ pollId, choices: [(index + shift) % 3] })),
    ),
  );

  const { voterCount, votes } = await results(posts, postId, ada);
  expect(voterCount).toBe(50);
  const facts = await posts.db.execute<{ votes: number }>(sql`
    select count(*)::integer as votes from posts.poll_vote group by choices order by choices`);
  expect(votes).toEqual(facts.map((fact) => fact.votes));
});

test('the answers of who is forgotten are counted no longer, and their polls are gone', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  const ofAda = await ask(posts, ada);
  const ofBob = await ask(posts, bob);
  for (const who of [ada, bob]) {
    await act(posts, who).votePoll({ pollId: ofAda.pollId, choices: [0] });
    await act(posts, who).votePoll({ pollId: ofBob.pollId, choices: [0] });
  }
  await tellOfPerson(posts, bob, { version: 2, state: 'DELETED' });

  for (const step of forgetting(posts.events).steps) {
    while ((await step({ db: posts.db, userId: bob.id, note: async () => undefined })) > 0);
  }

  expect(await results(posts, ofAda.postId, ada)).toEqual({ voterCount: 1, viewerChoices: [0], votes: [1, 0, 0] });
  const [left] = await posts.db.execute(sql`
    select (select count(*)::int from posts.poll) as polls, (select count(*)::int from posts.poll_vote) as votes`);
  expect(left).toEqual({ polls: 1, votes: 1 });
});

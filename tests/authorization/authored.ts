import { type Asker, type PostFacts, seesPost } from './model.ts';
import type { Run, World } from './world.ts';

type Authoring = { world: World; run: Run };
type Post = { id: string; poll?: { id: string } };

/** A thread of which others miss the beginning and read a poll, a draft, and a pin. */
export async function author({ world, run }: Authoring): Promise<void> {
  const [secret, open] = await publishThread(run);
  if (!secret || !open?.poll) throw new Error('no thread');
  const isSeenBy = seenBy({ author: 'author', visibility: 'PUBLIC' });
  world.things.push(
    {
      type: 'Post',
      id: secret.id,
      name: 'the hidden beginning of a thread',
      text: 'between us',
      isSeenBy: seenBy({ author: 'author', visibility: 'ONLY_ME' }),
    },
    { type: 'Post', id: open.id, name: 'the open end of a thread', text: 'for you all', isSeenBy },
    { type: 'Poll', id: open.poll.id, name: 'a poll', isSeenBy },
  );
  await run('author', '($id: ID!) { setPostPinned(input: { postId: $id, pinned: true }) { userErrors { message } } }', {
    id: open.id,
  });
  await keepDraft({ world, run });
}

const seenBy = (facts: PostFacts) => (asker: Asker) => seesPost(asker, facts);

async function publishThread(run: Run): Promise<Post[]> {
  const poll = { options: ['yes', 'no'], durationSeconds: 3_600 };
  const input = {
    posts: [
      { text: 'between us', visibility: 'ONLY_ME' },
      { text: 'for you all', poll },
    ],
  };
  const { posts } = await run<{ posts: Post[] }>(
    'author',
    '($input: CreateThreadInput!) { createThread(input: $input) { posts { id poll { id } } userErrors { message } } }',
    { input },
  );
  return posts;
}

async function keepDraft({ world, run }: Authoring): Promise<void> {
  const text = 'not said yet';
  const poll = { options: ['sooner', 'later'], durationSeconds: 3_600 };
  const save = '($input: SaveDraftInput!) { saveDraft(input: $input) { draft { id } userErrors { message } } }';
  for (const isScheduled of [false, true]) {
    const { draft } = await run<{ draft: { id: string } }>('author', save, { input: { content: { text, poll } } });
    const name = isScheduled ? 'a scheduled draft' : 'a draft';
    world.things.push({ type: 'Draft', id: draft.id, name, text, isSeenBy: (asker) => asker === 'author' });
    if (!isScheduled) continue;
    await run('author', '($input: SchedulePostInput!) { schedulePost(input: $input) { userErrors { message } } }', {
      input: { draftId: draft.id, publishAt: new Date(Date.now() + 86_400_000).toISOString() },
    });
  }
}

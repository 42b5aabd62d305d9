import { decodeId, encodeId } from '@nexus/contracts/ids';
import { newId } from '@nexus/kit/new-id';
import type postgres from 'postgres';
import { author } from './authored.ts';
import { discover } from './discovered.ts';
import {
  type Asker,
  handleOf,
  type LeftFacts,
  type Name,
  type PostFacts,
  seesLeft,
  seesPerson,
  seesPost,
} from './model.ts';
import type { Run, Thing, World } from './world.ts';

const POSTS: Record<string, PostFacts> = {
  public: { author: 'author', visibility: 'PUBLIC' },
  followers: { author: 'author', visibility: 'FOLLOWERS' },
  list: { author: 'author', visibility: 'LIST' },
  onlyMe: { author: 'author', visibility: 'ONLY_ME' },
  deleted: { author: 'author', visibility: 'PUBLIC', isDeleted: true },
  hermits: { author: 'hermit', visibility: 'PUBLIC' },
  suspendeds: { author: 'suspended', visibility: 'PUBLIC' },
  quote: { author: 'guest', visibility: 'PUBLIC' },
};

type Publishing = {
  sql: postgres.Sql;
  world: World;
  run: Run;
  lists: { inner: string; open: string };
};

/** A post of every kind, with a picture, and below it what people leave there. */
export async function publishAll({ sql, world, run, lists }: Publishing): Promise<void> {
  const { things } = world;
  things.push(
    { type: 'UserList', id: lists.inner, name: 'a private list', isSeenBy: (asker) => asker === 'author' },
    { type: 'UserList', id: lists.open, name: 'a public list', isSeenBy: (asker) => seesPerson(asker, 'author') },
  );
  for (const [name, facts] of Object.entries(POSTS)) {
    // Whoever does not see the author does not learn who is mentioned.
    const text = `the ${name} post #of_${name}${name === 'quote' ? ` @${handleOf('author')} https://example.org` : ''}`;
    const content = { text, visibility: facts.visibility, ...(facts.visibility === 'LIST' && { listId: lists.inner }) };
    const quotedPostId = name === 'quote' ? world.posts.public?.id : undefined;
    const { post } = await run<{ post?: { id: string; hashtags: { id: string }[] } }>(
      facts.author,
      '($input: CreatePostInput!) { createPost(input: $input) { post { id hashtags { id } } userErrors { message } } }',
      { input: { content, quotedPostId } },
    );
    if (!post) throw new Error(`no post ${name}`);
    const isSeenBy = (asker: Asker) => seesPost(asker, facts);
    const media = newId();
    await sql`insert into posts.media (id, post_id, position, kind) values (${media}, ${decodeId('post', post.id)}, 0, 'IMAGE')`;
    await sql`update posts.post set has_media = true where id = ${decodeId('post', post.id)}`;
    things.push({ type: 'Post', id: post.id, name: `the post ${name}`, text, isSeenBy });
    things.push({ type: 'Media', id: encodeId('media', media), name: `the picture of ${name}`, isSeenBy });
    for (const { id } of post.hashtags) things.push({ type: 'Hashtag', id, name: `the hashtag of ${name}`, isSeenBy });
    world.posts[name] = { id: post.id, facts, comments: [], reactions: [], shares: [] };
    await answer(name, { world, run });
  }
  await keep({ world, run });
  await look({ world, run });
  await author({ world, run });
  await discover({ world, run });
}

/** Whoever sees a post now says something below it, and likes it; the blocks come later. */
async function answer(name: string, { world, run }: Pick<Publishing, 'world' | 'run'>): Promise<void> {
  const post = world.posts[name];
  if (!post) return;
  const { facts, id } = post;
  const everybody: Name[] = ['guest', 'stranger', 'blocked', 'blocker', 'muted', 'suspended'];
  const isForAll = facts.visibility === 'PUBLIC' && facts.author !== 'hermit';
  const speakers: Name[] = facts.visibility === 'ONLY_ME' ? [] : isForAll ? everybody : ['guest'];
  const on = { ...facts };
  for (const by of new Set([facts.author, ...speakers])) {
    const left: LeftFacts = { by, on };
    const comment = await say(run, { by, post: id, text: `${by} below ${name}` });
    const { reaction } = await run<{ reaction?: { id: string } }>(
      by,
      '($id: ID!) { setReaction(input: { targetId: $id, kind: LIKE }) { reaction { id } userErrors { message } } }',
      { id },
    );
    note(world, { type: 'Reaction', id: reaction?.id ?? '', name: `the reaction of ${by} to ${name}` }, left);
    note(
      world,
      { type: 'Comment', id: comment, name: `the comment of ${by} below ${name}`, text: `${by} below ${name}` },
      left,
    );
    post.comments.push(left);
    post.reactions.push(left);
    if (by !== 'blocked') continue;
    const reply: LeftFacts = { by: 'guest', on, below: left };
    const text = `a reply below ${name}`;
    note(
      world,
      { type: 'Comment', id: await say(run, { by: 'guest', post: id, parent: comment, text }), name: text, text },
      reply,
    );
    post.comments.push(reply);
  }
  if (!isForAll) return;
  for (const by of ['guest', 'blocked'] as const) {
    const { share } = await run<{ share?: { id: string } }>(
      by,
      '($id: ID!) { sharePost(input: { postId: $id }) { share { id } userErrors { message } } }',
      { id },
    );
    note(world, { type: 'Share', id: share?.id ?? '', name: `the share of ${name} by ${by}` }, { by, on });
    post.shares.push({ by, on });
  }
}

/** The guest is shown a post, so that there are analytics of it. */
async function look({ world, run }: Pick<Publishing, 'world' | 'run'>): Promise<void> {
  await run(
    'guest',
    '($input: RecordImpressionsInput!) { recordImpressions(input: $input) { accepted userErrors { message } } }',
    { input: { surface: 'HOME', items: [{ postId: world.posts.public?.id }] } },
  );
}

/** The guest keeps a post in a collection of their own. */
async function keep({ world, run }: Pick<Publishing, 'world' | 'run'>): Promise<void> {
  const isSeenBy = (asker: Asker) => asker === 'guest';
  const text = 'what the guest keeps';
  const { collection } = await run<{ collection?: { id: string } }>(
    'guest',
    '($name: String!) { upsertBookmarkCollection(input: { name: $name }) { collection { id } userErrors { message } } }',
    { name: text },
  );
  const { bookmark } = await run<{ bookmark?: { id: string } }>(
    'guest',
    '($input: SetBookmarkInput!) { setBookmark(input: $input) { bookmark { id } userErrors { message } } }',
    { input: { postId: world.posts.public?.id, bookmarked: true, collectionId: collection?.id } },
  );
  world.things.push(
    { type: 'BookmarkCollection', id: collection?.id ?? '', name: 'a collection of the guest', text, isSeenBy },
    { type: 'Bookmark', id: bookmark?.id ?? '', name: 'a bookmark of the guest', isSeenBy },
  );
}

function note({ things }: World, thing: Omit<Thing, 'isSeenBy'>, left: LeftFacts): void {
  things.push({ ...thing, by: left.by, isSeenBy: (asker) => seesLeft(asker, left) });
}

type Saying = { by: Name; post: string; parent?: string; text: string };

async function say(run: Run, { by, post, parent, text }: Saying): Promise<string> {
  const payload = await run<{ commentEdge?: { node: { id: string } } }>(
    by,
    '($input: AddCommentInput!) { addComment(input: $input) { commentEdge { node { id } } userErrors { message } } }',
    { input: { postId: post, parentId: parent, text } },
  );
  return payload.commentEdge?.node.id ?? '';
}

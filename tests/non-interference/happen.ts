import { encodeId } from '@nexus/contracts/ids';
import type { ImportKind, ImportRecords } from '@nexus/contracts/import';
import { newId } from '@nexus/kit/new-id';
import { drizzle } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { importParts } from '../../scripts/subgraphs.ts';
import type { HiddenLife, History } from './world.ts';

export type Person = ImportRecords['users'];
type Records = { [Kind in ImportKind]: ImportRecords[Kind][] };
type Post = ImportRecords['posts'];
type Comment = ImportRecords['comments'];

/** What there is of a world by now: what comes later refers to it by place, round and round. */
export type Scene = { people: Person[]; posts: Post[]; comments: Comment[]; tags: string[]; language: string };

/** Early enough that all is over by now, and late enough that it still counts as new. */
const START = Date.now() - 11 * 3_600_000;
const at = (minute: number) => new Date(START + minute * 60_000);
export const nothing = (): Records => ({ users: [], follows: [], posts: [], comments: [], likes: [] });

/** A place in a list that goes round; undefined in an empty one. */
const pick = <Item>(items: readonly Item[], place: number): Item | undefined => items[place % (items.length || 1)];

export function createPerson(handle: string): Person {
  return { id: newId(), handle, displayName: handle, bio: null, createdAt: at(0), password: null };
}

/** What visible people did, as an import brings it. */
export function recordsOf(history: History, scene: Scene): Records {
  const records = { ...nothing(), users: scene.people };
  for (const post of history.posts) scene.posts.push(postOf(post, pick(scene.people, post.author), scene));
  for (const comment of history.comments) addComment(comment, pick(scene.people, comment.author), scene);
  records.follows = followsOf(history.follows.map(({ from, to }) => [scene.people[from], scene.people[to]]));
  records.posts = scene.posts;
  records.comments = scene.comments;
  records.likes = likesOf(
    history.likes.map(({ person, target }) => [scene.people[person], target]),
    scene,
  );
  return records;
}

/** What a hidden person does in a scene; a private stranger keeps to their own posts. */
export function hiddenRecordsOf(life: HiddenLife, hidden: Person, scene: Scene): Records {
  const own: Scene = { ...scene, posts: [], comments: [] };
  own.posts = life.posts.map((post) => postOf(post, hidden, scene));
  const stage = life.kind === 'private stranger' ? own : { ...scene, comments: [...scene.comments] };
  const known = stage.comments.length;
  for (const comment of life.comments) addComment(comment, hidden, stage);
  // Whom a private account follows, and who follows it, shows on the other's profile: nobody asks for that of the last.
  const unasked = scene.people.length - 1;
  const followed = life.kind === 'private stranger' ? [] : life.follows;
  const followers = life.kind === 'private stranger' ? life.followers.map(() => unasked) : life.followers;
  return {
    users: [],
    follows: followsOf([
      ...followed.map((place) => [hidden, scene.people[place]] as const),
      ...followers.map((place) => [scene.people[place], hidden] as const),
    ]),
    posts: own.posts,
    comments: stage.comments.slice(known),
    likes: likesOf(
      life.likes.map((target) => [hidden, target]),
      stage,
    ),
  };
}

/** Takes records into all three subgraphs at once, and with them all that comes while it is still busy with others. */
export function happeningIn(sql: Sql): (records: Records) => Promise<void> {
  let gathered = nothing();
  let last = Promise.resolve();
  let next: Promise<void> | undefined;

  function begin(): Promise<void> {
    const records = gathered;
    gathered = nothing();
    next = undefined;
    last = happen(sql, records);
    return last;
  }

  return (records) => {
    gathered = together(gathered, records);
    next ??= last.then(begin);
    return next;
  };
}

const together = (some: Records, more: Records): Records => ({
  users: [...some.users, ...more.users],
  follows: [...some.follows, ...more.follows],
  posts: [...some.posts, ...more.posts],
  comments: [...some.comments, ...more.comments],
  likes: [...some.likes, ...more.likes],
});

async function happen(sql: Sql, records: Records): Promise<void> {
  await drizzle(sql).transaction(async (tx) => {
    for (const part of importParts) {
      for (const [kind, some] of Object.entries(records)) {
        // Kind and records belong together; a loop over kinds hides that from the compiler.
        if (some.length > 0) await part[kind as ImportKind]?.(tx, some as never);
      }
    }
  });
}

export const publicIdOf = ({ id }: { id: string }): string => encodeId('post', id);

function postOf(
  { tag, minute }: { tag: number; minute: number },
  author: Person | undefined,
  { tags, language }: Scene,
): Post {
  const hashtags = [pick(tags, tag) ?? ''];
  const text = `${author?.handle} says #${hashtags[0]}`;
  return { id: newId(), authorId: author?.id ?? '', createdAt: at(minute), text, language, hashtags, media: [] };
}

type Said = { post: number; parent: number | null; minute: number };

function addComment({ post, parent, minute }: Said, author: Person | undefined, scene: Scene): void {
  const under = pick(scene.posts, post);
  if (!under || !author) return;
  const replied =
    parent === null
      ? undefined
      : pick(
          scene.comments.filter(({ postId }) => postId === under.id),
          parent,
        );
  scene.comments.push({
    id: newId(),
    authorId: author.id,
    postId: under.id,
    parentId: replied?.id ?? null,
    createdAt: new Date(under.createdAt.getTime() + minute * 1_000),
    text: `${author.handle} answers`,
    hashtags: [],
  });
}

type Pair = readonly [Person | undefined, Person | undefined];

function followsOf(pairs: readonly Pair[]): ImportRecords['follows'][] {
  const follows = new Map<string, ImportRecords['follows']>();
  for (const [from, to] of pairs) {
    if (!from || !to || from === to) continue;
    follows.set(from.id + to.id, { followerId: from.id, followeeId: to.id, createdAt: at(1) });
  }
  return [...follows.values()];
}

function likesOf(wanted: readonly (readonly [Person | undefined, number])[], scene: Scene): ImportRecords['likes'][] {
  const likes = new Map<string, ImportRecords['likes']>();
  for (const [person, place] of wanted) {
    const post = place % 2 === 0;
    const target = pick<{ id: string }>(post ? scene.posts : scene.comments, place);
    if (!person || !target) continue;
    const like = {
      id: newId(),
      userId: person.id,
      targetKind: post ? 'post' : 'comment',
      targetId: target.id,
    } as const;
    likes.set(person.id + target.id, { ...like, createdAt: at(600) });
  }
  return [...likes.values()];
}

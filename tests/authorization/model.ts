/** Who sees what, said once more and in other words than the product says it: plain facts, and rules over them. */
export type Name =
  | 'author'
  | 'hermit'
  | 'guest'
  | 'listed'
  | 'stranger'
  | 'follower'
  | 'blocked'
  | 'blocker'
  | 'muted'
  | 'suspended'
  | 'moderator'
  | 'admin';

// Some of the names are reserved.
export const handleOf = (name: Name) => `the_${name}`;

/** Undefined: nobody is signed in. */
export type Asker = Name | undefined;

type Visibility = 'PUBLIC' | 'FOLLOWERS' | 'LIST' | 'ONLY_ME';
export type PostFacts = { author: Name; visibility: Visibility; isDeleted?: boolean };

/** What is so in the world: `hermit` has a private account, the list of `author` has `guest` and `listed` on it. */
export const FOLLOWS: readonly (readonly [Name, Name])[] = [
  ['guest', 'author'],
  ['guest', 'hermit'],
  ['follower', 'author'],
  ['follower', 'hermit'],
  ['follower', 'guest'],
  ['author', 'guest'],
  ['muted', 'follower'],
];
export const BLOCKS: readonly (readonly [Name, Name])[] = [
  ['author', 'blocked'],
  ['hermit', 'blocked'],
  ['blocker', 'author'],
  ['blocker', 'hermit'],
];
export const LISTED: readonly Name[] = ['guest', 'listed'];

const has = (pairs: readonly (readonly [Name, Name])[], one: Asker, other: Name) =>
  pairs.some(([from, to]) => from === one && to === other);

const isFollower = (asker: Asker, person: Name): boolean => has(FOLLOWS, asker, person);

export function seesPerson(asker: Asker, person: Name): boolean {
  if (asker === person) return true;
  if (person === 'suspended') return false;
  return asker === undefined || !(has(BLOCKS, asker, person) || has(BLOCKS, person, asker));
}

/** Whom one follows, and by whom one is followed. */
export function seesFollowGraph(asker: Asker, person: Name): boolean {
  return seesPerson(asker, person) && (person !== 'hermit' || asker === person || isFollower(asker, person));
}

export function seesPost(asker: Asker, { author, visibility, isDeleted }: PostFacts): boolean {
  if (isDeleted) return false;
  if (asker === author) return true;
  if (!seesPerson(asker, author)) return false;
  const circle = author === 'hermit' && visibility === 'PUBLIC' ? 'FOLLOWERS' : visibility;
  return {
    PUBLIC: true,
    FOLLOWERS: isFollower(asker, author),
    LIST: asker !== undefined && LISTED.includes(asker),
    ONLY_ME: false,
  }[circle];
}

/** What somebody left below a post: a hidden comment takes along what is below it. */
export type LeftFacts = { by: Name; on: PostFacts; below?: LeftFacts };

export function seesLeft(asker: Asker, { by, on, below }: LeftFacts): boolean {
  return seesPost(asker, on) && seesPerson(asker, by) && (below === undefined || seesLeft(asker, below));
}

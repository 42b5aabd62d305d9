import type { Operation, Person, World } from './operation.ts';
import { placeOf, QUERIES } from './operation.ts';
import type { Random } from './random.ts';

const KINDS = ['LIKE', 'LOVE', 'LAUGH', 'WOW'] as const;

type Author = { person: Person; world: World; random: Random; title: string };

/** What one client does, without end: the same seed gives the same operations in the same order. */
export function* scriptOf(author: Author): Generator<Operation, never> {
  for (let turn = 0; ; turn += 1) yield nextOperation(author, `${author.title}-${turn}`);
}

function nextOperation(author: Author, marker: string): Operation {
  const turn = author.random.next();
  if (turn < 0.12) return writePost(marker);
  if (turn < 0.37) return writeComment(author, marker);
  if (turn < 0.6) return react(author);
  if (turn < 0.7) return share(author, marker);
  if (turn < 0.82) return follow(author);
  if (turn < 0.87) return block(author);
  return readPost(author);
}

function writePost(marker: string): Operation {
  const effect = { made: 'post', marker } as const;
  return operation('createPost', { key: marker, text: marker }, effect);
}

function writeComment({ world, random }: Author, marker: string): Operation {
  const variables = { key: marker, post: random.pick(world.posts).id, text: marker };
  return operation('addComment', variables, { made: 'comment', marker });
}

function react({ world, random, person }: Author): Operation {
  const target = random.pick([...world.posts, ...world.comments]);
  const kind = random.chance(0.3) ? null : random.pick(KINDS);
  const place = placeOf('reaction', person.uuid, target.uuid);
  return operation('setReaction', { target: target.id, kind }, { place, value: kind ?? 'none' });
}

function share({ world, random, person }: Author, key: string): Operation {
  const post = random.pick(world.posts);
  const place = placeOf('share', person.uuid, post.uuid);
  if (random.chance(0.4)) return operation('unsharePost', { post: post.id }, { place, value: 'none' });
  return operation('sharePost', { key, post: post.id }, { place, value: 'yes' });
}

function follow({ world, random, person }: Author): Operation {
  const others = [...world.clients, ...world.followed].filter(({ id }) => id !== person.id);
  return stand(random, 'follow', { person, other: random.pick(others) });
}

// Blocks end follows: those who are blocked are nobody else's business, so that each place has one owner.
function block({ world, random, person }: Author): Operation {
  return stand(random, 'block', { person, other: random.pick(world.blocked) });
}

function stand(
  random: Random,
  verb: 'follow' | 'block',
  { person, other }: { person: Person; other: Person },
): Operation {
  const place = placeOf(verb, person.uuid, other.uuid);
  if (random.chance(0.4)) return operation(`un${verb}User`, { user: other.id }, { place, value: 'none' });
  return operation(`${verb}User`, { user: other.id }, { place, value: 'yes' });
}

function readPost({ world, random }: Author): Operation {
  const post = random.pick(world.posts);
  return operation('post', { post: post.id }, { read: post.id });
}

function operation(
  name: keyof typeof QUERIES,
  variables: Operation['variables'],
  effect: Operation['effect'],
): Operation {
  return { name, query: QUERIES[name], variables, effect, isKeyed: 'key' in variables };
}

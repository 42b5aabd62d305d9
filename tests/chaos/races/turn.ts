import { decodeId } from '@nexus/contracts/ids';
import type { Person, QUERIES } from '../work/operation.ts';
import type { Random } from '../work/random.ts';
import { hasBlocked, type Model, placesOf, type Target, valueAt } from './model.ts';

/** One thing that a writer does. */
export type Turn = {
  name: keyof typeof QUERIES;
  variables: Record<string, unknown>;
  /** What has to come of it; undefined where that depends on what another writer does meanwhile. */
  expected: 'acked' | 'refused' | undefined;
  /** Notes in the model that it has its effect; `id` is what was made. */
  apply(model: Model, id: string): void;
};

/** What writers act upon: people who do nothing themselves, their posts, and the posts of the writers. */
export type Stage = { stars: readonly Person[]; posts: readonly Target[]; others(writer: Person): readonly Target[] };

/** The next turn of a writer, as chance has it. */
export function nextTurn(model: Model, stage: Stage, random: Random): Turn {
  const star = random.pick(stage.stars);
  const turn = random.next();
  if (turn < 0.25) return react(model, random.pick(stage.posts), random);
  if (turn < 0.45) return random.chance(0.6) ? follow(model, star) : unfollow(model, star);
  if (turn < 0.65) return random.chance(0.4) ? block(model, star) : unblock(model, star);
  if (turn < 0.72) return writePost(model);
  if (turn < 0.78) return deletePost(model, random);
  if (turn < 0.86) return writeComment(model, random.pick(stage.posts));
  if (turn < 0.91) return deleteComment(model, random);
  const others = stage.others(model.writer);
  return react(model, random.pick(others.length > 0 ? others : stage.posts), random);
}

/** One's own reaction can be taken back from what one does not see any more, if there is one. */
function react(model: Model, target: Target, random: Random): Turn {
  const kind = random.chance(0.4) ? null : random.pick(['LIKE', 'LOVE', 'WOW']);
  const place = placesOf(model, target).reaction;
  const isRefused = hasBlocked(model, target.author) && (kind !== null || valueAt(model, place) === 'none');
  return {
    name: 'setReaction',
    variables: { target: target.id, kind },
    // Other writers delete their posts.
    expected: target.author.handle.startsWith('star') ? (isRefused ? 'refused' : 'acked') : undefined,
    apply: ({ values }) => values.set(place, kind ?? 'none'),
  };
}

function follow(model: Model, star: Person): Turn {
  const expected = hasBlocked(model, star) ? 'refused' : 'acked';
  const place = placesOf(model, star).follow;
  return {
    name: 'followUser',
    variables: { user: star.id },
    expected,
    apply: ({ values }) => values.set(place, 'yes'),
  };
}

function unfollow(model: Model, star: Person): Turn {
  const place = placesOf(model, star).follow;
  return {
    name: 'unfollowUser',
    variables: { user: star.id },
    expected: 'acked',
    apply: ({ values }) => values.set(place, 'none'),
  };
}

/** A block ends the follow, and its end does not bring it back. */
function block(model: Model, star: Person): Turn {
  const places = placesOf(model, star);
  return {
    name: 'blockUser',
    variables: { user: star.id },
    expected: 'acked',
    apply: ({ values }) => values.set(places.block, 'yes').set(places.follow, 'none'),
  };
}

function unblock(model: Model, star: Person): Turn {
  const place = placesOf(model, star).block;
  return {
    name: 'unblockUser',
    variables: { user: star.id },
    expected: 'acked',
    apply: ({ values }) => values.set(place, 'none'),
  };
}

function writePost({ writer }: Model): Turn {
  return {
    name: 'createPost',
    variables: { text: 'a race' },
    expected: 'acked',
    apply: ({ posts }, id) => posts.set(id, { id, uuid: decodeId('post', id), author: writer }),
  };
}

function deletePost(model: Model, random: Random): Turn {
  if (model.posts.size === 0) return writePost(model);
  const post = random.pick([...model.posts.keys()]);
  return { name: 'deletePost', variables: { post }, expected: 'acked', apply: ({ posts }) => posts.delete(post) };
}

function writeComment(model: Model, post: Target): Turn {
  return {
    name: 'addComment',
    variables: { post: post.id, text: 'a race' },
    expected: hasBlocked(model, post.author) ? 'refused' : 'acked',
    apply: ({ comments }, id) => comments.set(id, { id, uuid: decodeId('comment', id) }),
  };
}

/** One's own can be deleted, seen or not. */
function deleteComment(model: Model, random: Random): Turn {
  if (model.comments.size === 0) return writePost(model);
  const comment = random.pick([...model.comments.keys()]);
  return {
    name: 'deleteComment',
    variables: { comment },
    expected: 'acked',
    apply: ({ comments }) => comments.delete(comment),
  };
}

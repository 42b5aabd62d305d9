import { createHash } from 'node:crypto';
import { encodeId, type IdKind } from '@nexus/contracts/ids';
import type { ImportKind, ImportRecords } from '@nexus/contracts/import';
import { uuidV7 } from '@nexus/kit/new-id';
import { isBlank } from '@nexus/kit/text';
import { type KnownIds, knownIds } from './known-ids.ts';
import { ImportError, type Line, type Place } from './lines.ts';

type Known = {
  password: string | null;
  users: KnownIds<string>;
  posts: KnownIds<string>;
  comments: KnownIds<{ id: string; postId: string }>;
};

type Translate<Kind extends ImportKind> = (line: Line<Kind>, place: Place, known: Known) => ImportRecords[Kind];

/** What an import knows at its start. With a password, imported accounts can sign in. */
export function nothingKnown(password: string | null): Known {
  return { password, users: knownIds('user'), posts: knownIds('post'), comments: knownIds('comment') };
}

/** Puts our ids in place of the source's, and refuses lines that refer to what has not come before. */
export const TRANSLATE: { [Kind in ImportKind]: Translate<Kind> } = {
  users: ({ id, username, displayName, bio, joinedAt }, place, { users, password }) => ({
    id: users.add(id, ownId('user', id, joinedAt), place),
    handle: username,
    displayName,
    bio: bio ?? null,
    createdAt: joinedAt,
    password,
  }),

  follows: ({ followerId, followeeId, createdAt }, place, { users }) => {
    if (followerId === followeeId) throw new ImportError(place, 'Nobody can follow themselves.');
    return { followerId: users.find(followerId, place), followeeId: users.find(followeeId, place), createdAt };
  },

  posts: ({ id, authorId, createdAt, text, language, media, hashtags }, place, { users, posts }) => {
    if (isBlank(text ?? '') && media.length === 0) throw new ImportError(place, 'A post needs text or media.');
    return {
      id: posts.add(id, ownId('post', id, createdAt), place),
      authorId: users.find(authorId, place),
      createdAt,
      text: text ?? '',
      language: language ?? null,
      hashtags,
      media: media.map(({ type, fileName }, index) => ({
        id: ownId('media', `${id}/${index}`, createdAt),
        kind: type,
        altText: fileName,
      })),
    };
  },

  comments: (
    { id, authorId, postId, parentCommentId, createdAt, text, hashtags },
    place,
    { users, posts, comments },
  ) => {
    const post = posts.find(postId, place);
    const parent = parentCommentId == null ? null : comments.find(parentCommentId, place);
    if (parent && parent.postId !== post) throw new ImportError(place, 'The parent comment is on another post.');
    const comment = comments.add(id, { id: ownId('comment', id, createdAt), postId: post }, place);
    const author = users.find(authorId, place);
    return { ...comment, authorId: author, parentId: parent?.id ?? null, createdAt, text, hashtags };
  },

  likes: ({ userId, targetType, targetId, createdAt }, place, { users, posts, comments }) => ({
    id: ownId('reaction', `${userId}/${targetType}/${targetId}`, createdAt),
    userId: users.find(userId, place),
    targetKind: targetType === 'POST' ? 'post' : 'comment',
    targetId: targetType === 'POST' ? posts.find(targetId, place) : comments.find(targetId, place).id,
    createdAt,
  }),
};

export type MappedId = { kind: IdKind; external: string; id: string };

/** Every id that was given, for those who must find their rows again. */
export function* mappedIds({ users, posts, comments }: Known): Generator<MappedId> {
  for (const [external, uuid] of users.entries()) yield { kind: 'user', external, id: encodeId('user', uuid) };
  for (const [external, uuid] of posts.entries()) yield { kind: 'post', external, id: encodeId('post', uuid) };
  for (const [external, { id }] of comments.entries()) {
    yield { kind: 'comment', external, id: encodeId('comment', id) };
  }
}

/** Made of the moment and the source's id: importing the same line again gives the same id. */
function ownId(kind: IdKind, external: string, at: Date): string {
  return uuidV7(at, createHash('sha256').update(`${kind}/${external}`).digest());
}

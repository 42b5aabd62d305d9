import type { Db } from '@nexus/kit/database';

/** What an import brings, validated and with our own ids in place of the foreign ones. */
export type ImportRecords = {
  users: {
    id: string;
    handle: string;
    displayName: string;
    bio: string | null;
    createdAt: Date;
    password: string | null;
  };
  follows: { followerId: string; followeeId: string; createdAt: Date };
  posts: {
    id: string;
    authorId: string;
    createdAt: Date;
    text: string;
    language: string | null;
    hashtags: readonly string[];
    media: readonly { id: string; kind: 'IMAGE'; altText: string }[];
  };
  comments: {
    id: string;
    authorId: string;
    postId: string;
    parentId: string | null;
    createdAt: Date;
    text: string;
    hashtags: readonly string[];
  };
  likes: { id: string; userId: string; targetKind: 'post' | 'comment'; targetId: string; createdAt: Date };
};

export type ImportKind = keyof ImportRecords;

/** The order of an import: nothing refers to what comes later, but for comments among themselves. */
export const IMPORT_ORDER: readonly ImportKind[] = ['users', 'follows', 'posts', 'comments', 'likes'];

/**
 * One subgraph's part of an import: of each kind it takes what it owns and what it projects.
 * Runs in the import's one transaction; what is there already stays as it is. A batch has at most 1,000 records.
 */
export type ImportPart = {
  [Kind in ImportKind]?: (tx: Db, records: readonly ImportRecords[Kind][]) => Promise<void>;
};

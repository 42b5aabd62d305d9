import type { FindPage } from '@nexus/contracts/export';
import type { Db } from '@nexus/kit/database';
import { rowsByKey } from '@nexus/kit/rows-by-key';
import { eq } from 'drizzle-orm';
import { dislikedPosts, reducedAuthors } from '../tables/discovery.ts';

/** The posts that somebody is not interested in, by post. */
export const findDislikesToExport = (db: Db, userId: string): FindPage<typeof dislikedPosts.$inferSelect> =>
  rowsByKey(db, dislikedPosts, { of: eq(dislikedPosts.userId, userId), key: 'postId' });

/** The people of whom somebody wants fewer posts, by person. */
export const findReductionsToExport = (db: Db, userId: string): FindPage<typeof reducedAuthors.$inferSelect> =>
  rowsByKey(db, reducedAuthors, { of: eq(reducedAuthors.userId, userId), key: 'authorId' });

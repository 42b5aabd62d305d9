import { time } from '@nexus/kit/columns';
import { index, pgSchema, primaryKey, uuid } from 'drizzle-orm/pg-core';

const schema = pgSchema('interactions');

/** Who wants to hear no more of what happens below a post. */
export const threadMutes = schema.table(
  'thread_mute',
  {
    userId: uuid('user_id').notNull(),
    postId: uuid('post_id').notNull(),
    createdAt: time('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.postId] }), index('thread_mute_post').on(table.postId)],
);

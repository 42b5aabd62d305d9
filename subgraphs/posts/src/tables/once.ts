import { inboxTable } from '@nexus/kit/events/inbox';
import { idempotencyTable } from '@nexus/kit/idempotency';
import { pgSchema } from 'drizzle-orm/pg-core';

const schema = pgSchema('posts');

export const inbox = inboxTable(schema);
export const idempotency = idempotencyTable(schema);

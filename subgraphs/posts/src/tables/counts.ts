import { counterTables } from '@nexus/kit/counters';
import { recountTable } from '@nexus/kit/recount';
import { pgSchema } from 'drizzle-orm/pg-core';

const schema = pgSchema('posts');

/** Counts of posts by `postCounter` of an author or a hashtag. */
export const counting = counterTables(schema);
export const { counters, counterDeltas } = counting;

/** POSTS of an author whose account opened or closed: whether it is private, and whether it is in use. */
export const recounts = recountTable(schema);

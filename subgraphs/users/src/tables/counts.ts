import { counterTables } from '@nexus/kit/counters';
import { recountTable } from '@nexus/kit/recount';
import { pgSchema } from 'drizzle-orm/pg-core';

const schema = pgSchema('users');

export const counting = counterTables(schema);
export const { counters, counterDeltas } = counting;

/**
 * FOLLOWS of and by a person whose account went out of use or came back, and REQUESTS that waited for an account which is
 * public now: they become follows.
 */
export const recounts = recountTable(schema);

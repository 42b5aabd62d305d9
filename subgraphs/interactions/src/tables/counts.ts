import { counterTables } from '@nexus/kit/counters';
import { recountTable } from '@nexus/kit/recount';
import { pgSchema } from 'drizzle-orm/pg-core';

const schema = pgSchema('interactions');

/**
 * REACTIONS, SHARES, BOOKMARKS and COMMENTS of a person whose account went out of use or came back, and REPLIES to a
 * comment that stopped or began to count. Until it is done whoever reads a count corrects it.
 */
export const recounts = recountTable(schema);

export const counting = counterTables(schema);
export const { counters, counterDeltas } = counting;

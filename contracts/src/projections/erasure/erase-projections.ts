import type { Db } from '@nexus/kit/database';
import { eq, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { People } from '../visibility.ts';
import { ERASE_CHUNK, type ErasureStep, inChunks } from './erase-people.ts';

/** The steps in which a content subgraph forgets how a person stood to others, and which lists they were on. */
export function projectionSteps({ relEdges, listMembers }: People): ErasureStep[] {
  return [
    inChunks((tx, userId) => deleteChunk(tx, relEdges, eq(relEdges.sourceId, userId))),
    inChunks((tx, userId) => deleteChunk(tx, relEdges, eq(relEdges.targetId, userId))),
    inChunks((tx, userId) => deleteChunk(tx, listMembers, eq(listMembers.userId, userId))),
  ];
}

/** Deletes at most `ERASE_CHUNK` rows of a table that nobody holds; how many there were. */
export async function deleteChunk(tx: Db, table: PgTable, which: SQL | undefined): Promise<number> {
  // By their place: keys of several columns would need a join.
  const gone = await tx.execute(sql`
    delete from ${table} where ctid = any(array(
      select ctid from ${table} where ${which} limit ${ERASE_CHUNK} for update skip locked
    )) returning 1`);
  return gone.length;
}

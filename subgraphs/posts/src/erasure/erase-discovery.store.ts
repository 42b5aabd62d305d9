import { type ErasureStep, inChunks } from '@nexus/contracts/projections/erasure/erase-people';
import { deleteChunk } from '@nexus/contracts/projections/erasure/erase-projections';
import { eq } from 'drizzle-orm';
import { customFeeds, discoverability, dislikedPosts, hashtagFollows, reducedAuthors } from '../tables/discovery.ts';

/** The steps in which what somebody follows, puts together and would rather not see is forgotten. */
export const discoverySteps: readonly ErasureStep[] = [
  inChunks((tx, userId) => deleteChunk(tx, hashtagFollows, eq(hashtagFollows.userId, userId))),
  inChunks((tx, userId) => deleteChunk(tx, customFeeds, eq(customFeeds.ownerId, userId))),
  inChunks((tx, userId) => deleteChunk(tx, dislikedPosts, eq(dislikedPosts.userId, userId))),
  inChunks((tx, userId) => deleteChunk(tx, reducedAuthors, eq(reducedAuthors.userId, userId))),
  inChunks((tx, userId) => deleteChunk(tx, reducedAuthors, eq(reducedAuthors.authorId, userId))),
  inChunks((tx, userId) => deleteChunk(tx, discoverability, eq(discoverability.userId, userId))),
];

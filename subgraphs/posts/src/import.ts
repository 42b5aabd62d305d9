import type { ImportPart } from '@nexus/contracts/import';
import { projectionImport } from '@nexus/contracts/projections';
import { importPosts } from './import/import.service.ts';
import { relEdges, userRefs } from './tables.ts';

/** Posts with all lists and counts they belong to, and of people and follows what must be known of them here. */
export const importPart: ImportPart = {
  ...projectionImport({ userRefs, relEdges }),
  posts: importPosts,
};

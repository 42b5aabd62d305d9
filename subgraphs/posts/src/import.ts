import type { ImportPart } from '@nexus/contracts/import';
import { projectionImport } from '@nexus/contracts/projections/listeners';
import { importPosts } from './import/import.service.ts';
import { people } from './tables/projections.ts';

/** Posts with all lists and counts they belong to, and of people and follows what must be known of them here. */
export const importPart: ImportPart = {
  ...projectionImport(people),
  posts: importPosts,
};

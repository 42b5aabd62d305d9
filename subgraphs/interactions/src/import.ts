import type { ImportPart } from '@nexus/contracts/import';
import { projectionImport } from '@nexus/contracts/projections/listeners';
import { importComments, importLikes, importPosts } from './import/import.service.ts';
import { people } from './tables/projections.ts';

/** Comments and likes with their counts, and of people, follows and posts what must be known of them here. */
export const importPart: ImportPart = {
  ...projectionImport(people),
  posts: importPosts,
  comments: importComments,
  likes: importLikes,
};

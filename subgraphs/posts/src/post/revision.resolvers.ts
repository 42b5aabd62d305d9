import { encodeCursor, type Page, readPageBy, toConnection } from '@nexus/kit/pagination';
import type { Resolvers } from '../resolvers.generated.ts';

const MAX_REVISION = 2 ** 31 - 1;

export const revisionResolvers: Resolvers = {
  Post: {
    revisions: async ({ id }, args, { loaders }) => {
      const page: Page<number> = readPageBy(args, decodeRevision);
      const revisions = await loaders.revisionsOfPost(page).load(id);
      return toConnection(revisions, page, (node) => ({ cursor: encodeCursor(node.revision), node }));
    },
  },
};

function decodeRevision([part]: string[]): number | undefined {
  const revision = Number(part);
  return Number.isInteger(revision) && Math.abs(revision) <= MAX_REVISION ? revision : undefined;
}

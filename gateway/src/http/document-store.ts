import type { DocumentNode } from 'graphql';
import { createBoundedCache } from '../protection/bounded-cache.ts';

// A parsed document takes about a hundred times the memory of its text.
const BOUNDS = { entries: 1_000, size: 1_000_000, sizeOf: ({ loc }: DocumentNode) => loc?.end ?? 0 };

/** Apollo Server's valid documents, with those of a supergraph that has yet to take over. */
export function createDocumentStore() {
  const documents = createBoundedCache(BOUNDS);

  return {
    ...documents,
    /**
     * Keeps a document that is valid on a schema of this hash, under Apollo Server's own key, so that it is not validated
     * when that takes over.
     */
    keep: (schemaHash: string, { queryHash, document }: { queryHash: string; document: DocumentNode }) =>
      void documents.set(`${schemaHash}:${queryHash}`, document),
  };
}

export type DocumentStore = ReturnType<typeof createDocumentStore>;

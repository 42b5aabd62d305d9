import { hash } from 'node:crypto';
import { type DocumentNode, type GraphQLSchema, printSchema } from 'graphql';
import { createBoundedCache } from '../protection/bounded-cache.ts';

// A parsed document takes about a hundred times the memory of its text.
const BOUNDS = { entries: 1_000, size: 1_000_000, sizeOf: ({ loc }: DocumentNode) => loc?.end ?? 0 };

/** Apollo Server's valid documents, with those of a supergraph that has yet to take over. */
export function createDocumentStore() {
  const documents = createBoundedCache(BOUNDS);
  const prefixes = new WeakMap<GraphQLSchema, string>();

  /** As Apollo Server makes them; if it did so in another way, it would validate again. */
  function prefixOf(schema: GraphQLSchema): string {
    const prefix = prefixes.get(schema) ?? hash('sha256', printSchema(schema));
    prefixes.set(schema, prefix);
    return prefix;
  }

  return {
    ...documents,
    /** Keeps a document that is valid on a schema, so that it is not validated when that takes over. */
    keep: (schema: GraphQLSchema, { queryHash, document }: { queryHash: string; document: DocumentNode }) =>
      void documents.set(`${prefixOf(schema)}:${queryHash}`, document),
  };
}

export type DocumentStore = ReturnType<typeof createDocumentStore>;

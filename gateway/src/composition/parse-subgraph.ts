import { type DocumentNode, GraphQLError, parse, Source } from 'graphql';
import type { Problem } from './problem.ts';
import { readText, type SubgraphSource } from './supergraph-config.ts';

/** A subgraph's schema as it is written; `file` is where problems are placed, and need not exist. */
export type SubgraphText = SubgraphSource & { text: string };

export type ParsedSubgraph = SubgraphSource & { document: DocumentNode };

/** Reads a subgraph's schema file; StartupError when it cannot. */
export async function readSubgraph(subgraph: SubgraphSource): Promise<SubgraphText> {
  return { ...subgraph, text: await readText(subgraph.file) };
}

/** Parses a subgraph's schema, or says where its syntax is wrong. */
export function parseSubgraph({ text, ...subgraph }: SubgraphText): ParsedSubgraph | Problem {
  try {
    return { ...subgraph, document: parse(new Source(text, subgraph.file)) };
  } catch (error) {
    if (error instanceof GraphQLError) return syntaxProblem(subgraph, error);
    throw error;
  }
}

function syntaxProblem({ name, file }: SubgraphSource, { message, locations }: GraphQLError): Problem {
  const places = (locations ?? []).map(({ line, column }) => ({ subgraph: name, file, line, column }));
  return { level: 'error', code: 'GRAPHQL_SYNTAX', message, places };
}

import { type DocumentNode, GraphQLError, parse, Source } from 'graphql';
import type { Problem } from './problem.ts';
import { readText, type SubgraphSource } from './supergraph-config.ts';

export type ParsedSubgraph = SubgraphSource & { document: DocumentNode };

/** Parses a subgraph's schema file, or says where its syntax is wrong; StartupError when it cannot be read. */
export async function parseSubgraph(subgraph: SubgraphSource): Promise<ParsedSubgraph | Problem> {
  const text = await readText(subgraph.file);
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

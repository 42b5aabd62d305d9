import { composeServices } from '@apollo/composition';
import { type ParsedSubgraph, parseSubgraph, readSubgraph, type SubgraphText } from './parse-subgraph.ts';
import { type Problem, problemOfError, problemOfHint } from './problem.ts';
import { readSupergraphConfig } from './supergraph-config.ts';

/** `supergraph` is undefined when one of the problems is an error. */
export type Composition = { supergraph: string | undefined; problems: Problem[] };

/** Composes the subgraphs of a supergraph.yaml; StartupError when a file cannot be read. */
export async function composeSupergraph(configFile: string): Promise<Composition> {
  const sources = await readSupergraphConfig(configFile);
  return composeSubgraphs(await Promise.all(sources.map(readSubgraph)));
}

/** Composes subgraphs from the text of their schemas. */
export function composeSubgraphs(texts: readonly SubgraphText[]): Composition {
  const parsed = texts.map(parseSubgraph);
  const problems = parsed.filter((result) => 'message' in result);
  if (problems.length > 0) return { supergraph: undefined, problems };
  return compose(parsed.filter((result) => 'document' in result));
}

function compose(subgraphs: ParsedSubgraph[]): Composition {
  const services = subgraphs.map(({ name, url, document }) => ({ name, url, typeDefs: document }));
  const { supergraphSdl, errors = [], hints = [] } = composeServices(services);
  const problems = [
    ...errors.map((error) => problemOfError(subgraphs, error)),
    ...hints.map((hint) => problemOfHint(subgraphs, hint)),
  ];
  return { supergraph: supergraphSdl && `${supergraphSdl.trimEnd()}\n`, problems };
}

import { composeServices, validateSatisfiability } from '@apollo/composition';
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

type Merged = (supergraph: string) => void;

/**
 * Composes subgraphs from the text of their schemas. `onMerged` is told of a supergraph whose every field is known before
 * it is known that each can be reached, for whoever wants to load it meanwhile.
 */
export function composeSubgraphs(texts: readonly SubgraphText[], onMerged?: Merged): Composition {
  const parsed = texts.map(parseSubgraph);
  const problems = parsed.filter((result) => 'message' in result);
  if (problems.length > 0) return { supergraph: undefined, problems };
  return compose(
    parsed.filter((result) => 'document' in result),
    onMerged,
  );
}

function compose(subgraphs: ParsedSubgraph[], onMerged?: Merged): Composition {
  const services = subgraphs.map(({ name, url, document }) => ({ name, url, typeDefs: document }));
  const merged = composeServices(services, { runSatisfiability: false });
  const supergraph = merged.supergraphSdl && `${merged.supergraphSdl.trimEnd()}\n`;
  if (supergraph !== undefined) onMerged?.(supergraph);
  const reached = merged.schema ? validateSatisfiability({ supergraphSchema: merged.schema }) : {};
  const errors = merged.errors ?? reached.errors ?? [];
  const hints = [...(merged.hints ?? []), ...(reached.hints ?? [])];
  const problems = [
    ...errors.map((error) => problemOfError(subgraphs, error)),
    // Hints on what does not compose are in the way.
    ...(errors.length > 0 ? [] : hints).map((hint) => problemOfHint(subgraphs, hint)),
  ];
  return { supergraph: errors.length > 0 ? undefined : supergraph, problems };
}

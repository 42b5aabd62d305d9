import { apiSchemaOf } from '@nexus/gateway/composition/api-schema';
import { composeSubgraphs } from '@nexus/gateway/composition/compose-supergraph';
import { parseSubgraph, type SubgraphText } from '@nexus/gateway/composition/parse-subgraph';
import type { Graph } from '../change.ts';

/** A graph as its teams write it. */
export type Sources = { subgraphs: readonly SubgraphText[] };

/** Composes one version of the graph; what cannot be parsed or composed is in its problems. */
export function buildGraph({ subgraphs }: Sources): Graph {
  const { supergraph, problems } = composeSubgraphs(subgraphs);
  const parsed = subgraphs.map(parseSubgraph).filter((result) => 'document' in result);
  const composed = supergraph === undefined ? undefined : { supergraph, api: apiSchemaOf(supergraph), variants: [] };
  return { subgraphs: parsed, problems, composed };
}

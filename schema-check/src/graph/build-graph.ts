import { apiSchemaOf } from '@nexus/gateway/composition/api-schema';
import { composeSubgraphs } from '@nexus/gateway/composition/compose-supergraph';
import { type ParsedSubgraph, parseSubgraph, type SubgraphText } from '@nexus/gateway/composition/parse-subgraph';
import type { Problem } from '@nexus/gateway/composition/problem';
import { composeVariant, type Variants } from '@nexus/gateway/composition/variants';
import type { Composed, Graph } from '../change.ts';

/** A graph as its teams write it. */
export type Sources = { subgraphs: readonly SubgraphText[]; variants?: Variants };

/** Composes one version of the graph with its variants; what cannot be parsed or composed is in its problems. */
export function buildGraph({ subgraphs, variants = {} }: Sources): Graph {
  const { supergraph, problems } = composeSubgraphs(subgraphs);
  const parsed = subgraphs.map(parseSubgraph).filter((result) => 'document' in result);
  if (supergraph === undefined) return { subgraphs: parsed, problems, composed: undefined };

  const composed = composeVariants({ supergraph, variants, subgraphs: parsed });
  const refused = composed.filter((variant) => 'message' in variant);
  if (refused.length > 0) return { subgraphs: parsed, problems: [...problems, ...refused], composed: undefined };
  const whole = { supergraph, api: apiSchemaOf(supergraph) };
  return {
    subgraphs: parsed,
    problems,
    composed: { ...whole, variants: composed.filter((variant) => 'api' in variant) },
  };
}

type Whole = { supergraph: string; variants: Variants; subgraphs: readonly ParsedSubgraph[] };

function composeVariants({ supergraph, variants, subgraphs }: Whole): (Composed['variants'][number] | Problem)[] {
  return Object.entries(variants).flatMap(([name, variant]): (Composed['variants'][number] | Problem)[] => {
    const composed = composeVariant(supergraph, variant, subgraphs);
    if ('api' in composed) return [{ name, ...composed }];
    return composed.problems.map((problem) => ({ ...problem, message: `In the variant ${name}: ${problem.message}` }));
  });
}

import { apiSchemaOf } from '@nexus/gateway/composition/api-schema';
import { composeSubgraphs } from '@nexus/gateway/composition/compose-supergraph';
import { parseSubgraph, type SubgraphText } from '@nexus/gateway/composition/parse-subgraph';
import type { Problem } from '@nexus/gateway/composition/problem';
import { findUnusedTags } from '@nexus/gateway/composition/variant/unused-tags';
import { composeVariant, type Variant, type Variants } from '@nexus/gateway/composition/variants';
import type { Composed, Graph } from '../change.ts';

/** A graph as its teams write it. */
export type Sources = { subgraphs: readonly SubgraphText[]; variants?: Variants };

/** Composes one version of the graph with its variants; what cannot be parsed or composed is in its problems. */
export function buildGraph({ subgraphs, variants = {} }: Sources): Graph {
  const { supergraph, problems: told } = composeSubgraphs(subgraphs);
  const parsed = subgraphs.map(parseSubgraph).filter((result) => 'document' in result);
  if (supergraph === undefined) return { subgraphs: parsed, problems: told, composed: undefined };

  const problems = [...told, ...findUnusedTags(supergraph, variants)];
  const whole = { supergraph, api: apiSchemaOf(supergraph) };
  const composed = Object.entries(variants).flatMap(([name, variant]): (Problem | Composed['variants'][number])[] => {
    if (isWhole(variant)) return [{ name, ...whole }];
    const answer = composeVariant(supergraph, variant, parsed);
    if ('api' in answer) return [{ name, ...answer }];
    return answer.problems.map((problem) => ({ ...problem, message: `In the variant ${name}: ${problem.message}` }));
  });
  const refused = composed.filter((variant) => 'message' in variant);
  if (refused.length > 0) return { subgraphs: parsed, problems: [...problems, ...refused], composed: undefined };
  return { subgraphs: parsed, problems, composed: { ...whole, variants: composed.filter((one) => 'api' in one) } };
}

/** It hides nothing, and costs nothing to compose. */
const isWhole = ({ include = [], exclude = [] }: Variant): boolean => include.length + exclude.length === 0;

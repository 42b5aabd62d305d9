import { existsSync } from 'node:fs';
import type { ParsedSubgraph } from '@nexus/gateway/composition/parse-subgraph';
import { printProblem } from '@nexus/gateway/composition/problem';
import { findUnusedTags } from '@nexus/gateway/composition/variant/unused-tags';
import { composeVariant, readVariants, type Variant } from '@nexus/gateway/composition/variants';
import { StartupError } from '@nexus/kit/startup-error';
import { printSchema } from 'graphql';

/** A generated file: its name, and what belongs into it. */
export type SchemaFile = { name: string; text: string };

type Whole = { supergraph: string; subgraphs: readonly ParsedSubgraph[] };

/**
 * For each variant that a file declares, what the gateway serves (`public.graphql`) and what clients see of it
 * (`public.api.graphql`); none where there is no such file. Says which tags nothing has. StartupError, with places, where
 * a variant is none.
 */
export async function variantFiles(file: string, whole: Whole): Promise<SchemaFile[]> {
  if (!existsSync(file)) return [];
  const variants = await readVariants(file);
  for (const problem of findUnusedTags(whole.supergraph, variants)) console.error(printProblem(problem));
  return Object.entries(variants).flatMap(([name, variant]) => filesOf(name, variant, whole));
}

function filesOf(name: string, variant: Variant, { supergraph, subgraphs }: Whole): SchemaFile[] {
  const composed = composeVariant(supergraph, variant, subgraphs);
  if ('problems' in composed) {
    const reasons = composed.problems.map(printProblem);
    throw new StartupError([...reasons, `The variant ${name} is no schema that can be served.`].join('\n'));
  }
  return [
    { name: `${name}.graphql`, text: composed.supergraph },
    { name: `${name}.api.graphql`, text: `${printSchema(composed.api)}\n` },
  ];
}

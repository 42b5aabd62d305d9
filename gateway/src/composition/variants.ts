import { errorCauses } from '@apollo/federation-internals';
import { StartupError } from '@nexus/kit/startup-error';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { apiSchemaOf } from './api-schema.ts';
import type { ParsedSubgraph } from './parse-subgraph.ts';
import { type Problem, problemOfError } from './problem.ts';
import { readText } from './supergraph-config.ts';
import { hideElements } from './variant/hide-elements.ts';

const VARIANT_NAME = /^[a-z][a-z0-9-]*$/;
const TAG = /^[A-Za-z0-9/-]{1,128}$/;

const tags = z.array(z.string().regex(TAG, 'a tag has letters, digits, - and /, at most 128')).default([]);

const variant = z
  .strictObject({ include: tags, exclude: tags })
  .refine(
    ({ include, exclude }) => !include.some((tag) => exclude.includes(tag)),
    'a tag is both included and excluded',
  );

const variantsFile = z.strictObject({
  variants: z.record(z.string().regex(VARIANT_NAME, 'a variant is called in small letters, digits and -'), variant),
});

/** A part of the graph, by `@tag` names: all that has none of `exclude` and, where there are any, one of `include`. */
export type Variant = { include?: readonly string[]; exclude?: readonly string[] };

export type Variants = Readonly<Record<string, Variant>>;

/** What the gateway serves as a variant, and what clients see of that. */
export type ComposedVariant = { supergraph: string; api: GraphQLSchema };

/** Reads a variants.yaml; StartupError when it is not one. */
export async function readVariants(file: string): Promise<Variants> {
  return parseVariants(file, await readText(file));
}

/** The variants that the text of a file declares; StartupError, which names the file, when it is no variants.yaml. */
export function parseVariants(file: string, text: string): Variants {
  try {
    return variantsFile.parse(parseYaml(text)).variants;
  } catch (problem) {
    const reason = problem instanceof z.ZodError ? z.prettifyError(problem) : String(problem);
    throw new StartupError(`${file} does not declare variants.\n${reason}`);
  }
}

/**
 * Hides from a composed supergraph what is not of a variant: the subgraphs and what the gateway asks of them stay the
 * same. With `subgraphs`, problems tell the places in their schemas.
 */
export function composeVariant(
  supergraph: string,
  variant: Variant,
  subgraphs: readonly ParsedSubgraph[] = [],
): ComposedVariant | { problems: Problem[] } {
  const hidden = hideElements(supergraph, variant);
  try {
    return { supergraph: hidden, api: apiSchemaOf(hidden) };
  } catch (error) {
    const causes = error instanceof Error ? errorCauses(error) : undefined;
    if (causes === undefined) throw error;
    return { problems: causes.map((cause) => problemOfError(subgraphs, withoutNodes(cause))) };
  }
}

/** The nodes are of the supergraph, which nobody writes; the names in the message lead to the subgraphs. */
const withoutNodes = ({ message, extensions }: GraphQLError) => new GraphQLError(message, { extensions });

import { hash } from 'node:crypto';
import { reasonOf } from '@nexus/kit/reasons';
import { type DocumentNode, GraphQLError, type GraphQLSchema } from 'graphql';
import { createPlanner, type Planner, type PlannerOptions } from '../query-planner/planner.ts';
import { buildInSlices } from './build-in-slices.ts';
import { overrideLabels } from './override-labels.ts';
import { parseInSlices } from './parse-in-slices.ts';
import { type SubgraphAddress, subgraphAddresses } from './subgraph-addresses.ts';

/** One supergraph, loaded and checked; it never changes, a new supergraph is a new generation. */
export type Generation = {
  /** The sha256 of the SDL, in hex. */
  id: string;
  sdl: string;
  /** What clients see. */
  apiSchema: GraphQLSchema;
  /** The sha256 of the API schema as graphql prints it, in hex. */
  apiHash: string;
  /** Everything, with the elements and directives that clients do not see. */
  supergraphSchema: GraphQLSchema;
  subgraphs: readonly SubgraphAddress[];
  overrideLabels: readonly string[];
  planner: Planner;
  close(): Promise<void>;
};

export type GenerationOptions = {
  /** Replaces routing URLs of the supergraph, by subgraph name. */
  subgraphUrls?: Readonly<Record<string, string>> | undefined;
  planner?: PlannerOptions;
};

/** Loads a supergraph beside whatever else runs; rejects with the reason, in a sentence, when it is not usable. */
export async function createGeneration(sdl: string, options: GenerationOptions = {}): Promise<Generation> {
  const supergraph = await read(sdl);
  const subgraphs = subgraphAddresses(supergraph, options.subgraphUrls);
  const { planner, apiSdl } = await createPlanner(sdl, options.planner);
  const schemas = await schemasOf(supergraph, apiSdl).catch(async (error) => {
    await planner.close();
    throw error;
  });
  const labels = overrideLabels(supergraph);
  const hashes = { id: hash('sha256', sdl), apiHash: hash('sha256', apiSdl) };
  return { ...hashes, sdl, ...schemas, subgraphs, overrideLabels: labels, planner, close: planner.close };
}

async function schemasOf(supergraph: DocumentNode, apiSdl: string) {
  const supergraphSchema = await buildInSlices(supergraph);
  return { supergraphSchema, apiSchema: await buildInSlices(await parseInSlices(apiSdl)) };
}

async function read(sdl: string): Promise<DocumentNode> {
  try {
    return await parseInSlices(sdl);
  } catch (error) {
    const [place] = (error instanceof GraphQLError && error.locations) || [];
    throw new Error(
      `${reasonOf(error).split('\n', 1)[0]}${place ? ` (line ${place.line}, column ${place.column})` : ''}`,
    );
  }
}

import { hash } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import { createPlanner, type Planner, type PlannerOptions } from '../query-planner/planner.ts';
import { buildInSlices } from './build-in-slices.ts';
import type { SupergraphDescription } from './describe-supergraph.ts';
import { createPauses, noPauses } from './pauses.ts';
import { replaceAddresses } from './subgraph-addresses.ts';

/** One supergraph, loaded and checked; it never changes, a new supergraph is a new generation. */
export type Generation = Omit<SupergraphDescription, 'api'> & {
  /** The sha256 of the SDL, in hex. */
  id: string;
  sdl: string;
  /** What clients see. */
  apiSchema: GraphQLSchema;
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
  const { planner, description } = await createPlanner(sdl, options.planner);
  const { api, ...described } = description;
  try {
    const subgraphs = replaceAddresses(described.subgraphs, options.subgraphUrls);
    const apiSchema = await buildInSlices(api, options.planner?.isUrgent ? noPauses : createPauses());
    return { ...described, id: hash('sha256', sdl), sdl, apiSchema, subgraphs, planner, close: planner.close };
  } catch (error) {
    await planner.close();
    throw error;
  }
}

import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { buildASTSchema, type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import { createPlanner, type Planner, type PlannerOptions } from '../query-planner/planner.ts';
import { overrideLabels } from './override-labels.ts';
import { type SubgraphAddress, subgraphAddresses } from './subgraph-addresses.ts';

export type { SubgraphAddress };

/** One supergraph, loaded and checked; it never changes, a new supergraph is a new generation. */
export type Generation = {
  /** The sha256 of the SDL, in hex. */
  id: string;
  sdl: string;
  /** What clients see. */
  apiSchema: GraphQLSchema;
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
  const supergraph = parse(sdl, { noLocation: true });
  const subgraphs = subgraphAddresses(supergraph, options.subgraphUrls);
  const { planner, apiSdl } = await createPlanner(sdl, options.planner);
  // One step at a time: requests are answered between them.
  const supergraphSchema = schemaOf(supergraph);
  await setImmediate();
  const api = parse(apiSdl, { noLocation: true });
  await setImmediate();
  return {
    id: hash('sha256', sdl),
    sdl,
    apiSchema: schemaOf(api),
    supergraphSchema,
    subgraphs,
    overrideLabels: overrideLabels(supergraph),
    planner,
    close: () => planner.close(),
  };
}

// The planner's thread has validated it.
const schemaOf = (document: DocumentNode) => buildASTSchema(document, { assumeValid: true });

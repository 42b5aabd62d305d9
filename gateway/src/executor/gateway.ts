import '../telemetry/disable-apollo-telemetry.ts';
import type {
  GatewayExecutor,
  GatewayInterface,
  GatewaySchemaLoadOrUpdateCallback,
} from '@apollo/server-gateway-interface';
import { type ExecutionResult, GraphQLError, type GraphQLSchema, validate } from 'graphql';
import type { CostDirectives } from '../protection/cost/cost-directives.ts';
import type { Generation } from '../supergraph/generation.ts';
import { checkSubgraphs, schemaDataSource } from '../supergraph/schema-data-source.ts';
import type { SubgraphAddress } from '../supergraph/subgraph-addresses.ts';
import { createChangeover, createUpdates } from './changeover.ts';
import type { GatewayOptions } from './gateway-options.ts';
import type { AskedOperation, Serving } from './serving.ts';

/** A gateway for Apollo Server, in the place of `ApolloGateway`. */
export type Gateway = GatewayInterface & {
  /** Those of the supergraph that serves now. */
  subgraphs(): readonly SubgraphAddress[];
  /** What the supergraph that clients see as this says of costs; undefined when it is none of this gateway. */
  costsOf(apiSchema: GraphQLSchema): CostDirectives | undefined;
};

/**
 * Plans operations on a supergraph with Apollo's planner and executes the plans itself. An update of the supergraph is
 * loaded and warmed up beside the one that serves; then it takes over, and what began on the old one ends there. A
 * supergraph that is not usable is refused with its reason, at start by rejecting `load`, later in the log.
 */
export function createGateway<Context>(options: GatewayOptions<Context>): Gateway {
  const listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();
  const changeover = createChangeover(options, (generation) => {
    options.onSwitch?.(generation.subgraphs);
    for (const listener of listeners) listener(shown(generation));
  });
  const updates = createUpdates(changeover, options);
  const { initialize, cleanUp } = sourceOf(options.supergraphSdl, updates.add);

  return {
    subgraphs: () => changeover.current()?.generation.subgraphs ?? [],
    costsOf: (apiSchema) => changeover.of(apiSchema)?.generation.costs,
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      const serving = changeover.current();
      if (serving) listener(shown(serving.generation));
      return () => listeners.delete(listener);
    },
    async load() {
      try {
        await changeover.serve(await initialize());
      } catch (error) {
        await cleanUp();
        throw error;
      }
      return { executor: executorOf(changeover) };
    },
    async stop() {
      await cleanUp();
      await changeover.stop();
      await updates.settled();
    },
  };
}

const shown = ({ apiSchema, sdl }: Generation) => ({ apiSchema, coreSupergraphSdl: sdl });

/** A supergraph that stays, or the manager that brings others. */
function sourceOf(supergraphSdl: GatewayOptions<never>['supergraphSdl'], update: (sdl: string) => void) {
  let cleanup: (() => Promise<void>) | undefined;
  return {
    async initialize(): Promise<string> {
      if (typeof supergraphSdl === 'string') return supergraphSdl;
      const initialized = await supergraphSdl.initialize({
        update,
        healthCheck: checkSubgraphs,
        getDataSource: schemaDataSource,
      });
      cleanup = initialized.cleanup;
      return initialized.supergraphSdl;
    },
    cleanUp: async () => await cleanup?.(),
  };
}

function executorOf<Context>({ current, of }: ReturnType<typeof createChangeover<Context>>): GatewayExecutor {
  return async ({ schema, document, operation, operationName, queryHash, request, context }) => {
    const serving = current();
    if (!serving) throw new Error('The gateway is not loaded.');
    const resolved = { document, operation, operationName: operationName ?? undefined, queryHash };
    // Apollo Server hands on what its own `context` function made.
    const asked = { resolved, variables: request.variables ?? {}, context: context as Context };
    const began = of(schema);
    return began && !began.isRetired() ? execute(began, asked) : executeAnew(serving, asked);
  };
}

/** What was validated on a supergraph that has gone is validated on the one that came. */
async function executeAnew<Context>(
  serving: Serving<Context>,
  asked: AskedOperation<Context>,
): Promise<ExecutionResult> {
  const { apiSchema } = serving.generation;
  const errors = validate(apiSchema, asked.resolved.document, undefined, { maxErrors: MAX_VALIDATION_ERRORS });
  return errors.length > 0 ? { errors: errors.map(asRefused) } : execute(serving, asked);
}

const MAX_VALIDATION_ERRORS = 5;

function asRefused({ message, nodes = [] }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { nodes, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
}

async function execute<Context>(serving: Serving<Context>, asked: AskedOperation<Context>): Promise<ExecutionResult> {
  try {
    return await serving.execute(asked);
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}

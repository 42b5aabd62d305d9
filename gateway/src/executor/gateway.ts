import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { reasonOf } from '@nexus/kit/reasons';
import { type ExecutionResult, GraphQLError, type GraphQLSchema, validate } from 'graphql';
import { createGeneration, type SubgraphAddress } from '../supergraph/generation.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { type AskedOperation, createServing, type Serving } from './serving.ts';

export type { GatewayOptions };

/** A gateway for Apollo Server, in the place of `ApolloGateway`. */
export type Gateway = GatewayInterface & {
  /** Those of the supergraph that serves now. */
  subgraphs(): readonly SubgraphAddress[];
};

/**
 * Plans operations on a supergraph with Apollo's planner and executes the plans itself. An update of the supergraph is
 * loaded and warmed up beside the one that serves; then it takes over, and what began on the old one ends there. A
 * supergraph that is not usable is refused with its reason, at start by rejecting `load`, later in the log.
 */
export function createGateway<Context>(options: GatewayOptions<Context>): Gateway {
  const { logger, maxWarmUp = 200 } = options;
  const bySchema = new WeakMap<GraphQLSchema, Serving<Context>>();
  const listeners = new Set<Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0]>();
  let current: Serving<Context> | undefined;
  let cleanup: (() => Promise<void>) | undefined;
  let updating = Promise.resolve();
  let isStopped = false;

  async function serve(sdl: string): Promise<void> {
    if (isStopped || sdl === current?.generation.sdl) return;
    const generation = await createGeneration(sdl, {
      subgraphUrls: options.subgraphUrls,
      planner: options.planner ?? {},
    });
    const next = await put(generation);
    if (isStopped) return next.retire();
    const old = current;
    current = next;
    bySchema.set(generation.apiSchema, next);
    options.onSwitch?.(generation.subgraphs);
    for (const listener of listeners) listener(contextOf(next));
    old?.retire();
  }

  async function put(generation: Serving<Context>['generation']): Promise<Serving<Context>> {
    try {
      const next = createServing(generation, options);
      if (current) await next.warmUp(firstOf(current.operations.recent(), maxWarmUp));
      return next;
    } catch (error) {
      await generation.close();
      throw error;
    }
  }

  /** One after the other; the last one wins. */
  function update(sdl: string): void {
    updating = updating
      .then(() => serve(sdl))
      .then(
        () => logger.info({ supergraph: current?.generation.id }, 'the supergraph serves'),
        (error) =>
          logger.error({ err: error }, `a new supergraph was refused, the old one keeps serving: ${reasonOf(error)}`),
      );
  }

  const executor: GatewayExecutor = async ({ schema, document, operation, operationName, request, ...asked }) => {
    const began = bySchema.get(schema) ?? current;
    if (!began || !current) throw new Error('The gateway has not been loaded.');
    const { source, queryHash } = asked;
    const resolved = { source, document, operation, operationName: operationName ?? undefined, queryHash };
    // Apollo Server hands on what its own `context` function made.
    const context = asked.context as Context;
    return executeOn(
      began.isRetired() ? current : began,
      { resolved, variables: request.variables ?? {}, context },
      began,
    );
  };

  return {
    subgraphs: () => current?.generation.subgraphs ?? [],
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      if (current) listener(contextOf(current));
      return () => listeners.delete(listener);
    },
    async load() {
      const { supergraphSdl } = options;
      const initialized =
        typeof supergraphSdl === 'string'
          ? { supergraphSdl }
          : await supergraphSdl.initialize({ update, healthCheck: async () => undefined, getDataSource: noDataSource });
      cleanup = initialized.cleanup;
      await serve(initialized.supergraphSdl);
      return { executor };
    },
    async stop() {
      isStopped = true;
      await cleanup?.();
      await updating;
      current?.retire();
    },
  };
}

/** What was validated on a supergraph that has gone is validated on the one that came. */
async function executeOn<Context>(
  serving: Serving<Context>,
  asked: AskedOperation<Context>,
  began: Serving<Context>,
): Promise<ExecutionResult> {
  if (serving !== began) {
    const errors = validate(serving.generation.apiSchema, asked.resolved.document);
    if (errors.length > 0) return { errors };
  }
  try {
    return await serving.execute(asked);
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}

const contextOf = ({
  generation: { apiSchema, sdl },
}: Serving<never> | { generation: { apiSchema: GraphQLSchema; sdl: string } }) => ({
  apiSchema,
  coreSupergraphSdl: sdl,
});

function* firstOf<Item extends { resolved: unknown }>(
  items: Iterable<Item>,
  count: number,
): Iterable<Item['resolved']> {
  let left = count;
  for (const { resolved } of items) {
    if (left-- <= 0) return;
    yield resolved;
  }
}

function noDataSource(): never {
  throw new Error('Subgraphs are not asked for their schemas through the gateway.');
}

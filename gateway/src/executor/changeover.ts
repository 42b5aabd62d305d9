import { reasonOf } from '@nexus/kit/reasons';
import type { GraphQLSchema } from 'graphql';
import { createGeneration, type Generation } from '../supergraph/generation.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { createServing, type Serving } from './serving.ts';

/** Which generation serves, and how the next one takes over. */
export type Changeover<Context> = {
  current(): Serving<Context> | undefined;
  /** The one that shows clients this API schema. */
  of(schema: GraphQLSchema): Serving<Context> | undefined;
  /**
   * Loads a supergraph beside the one that serves, warms it up and switches; rejects with the reason why not. False when
   * it serves already.
   */
  serve(sdl: string): Promise<boolean>;
  stop(): Promise<void>;
};

/** Nothing serves yet; `onSwitch` is told of each generation that takes over, before the old one retires. */
export function createChangeover<Context>(
  options: GatewayOptions<Context>,
  onSwitch: (generation: Generation) => void,
): Changeover<Context> {
  const { maxWarmUp = 200, subgraphUrls, planner = {} } = options;
  const bySchema = new WeakMap<GraphQLSchema, Serving<Context>>();
  let current: Serving<Context> | undefined;
  let isStopped = false;

  async function load(sdl: string): Promise<Serving<Context>> {
    const generation = await createGeneration(sdl, { subgraphUrls, planner });
    try {
      const next = createServing(generation, options);
      if (current) await next.warmUp(current.operations.recent(maxWarmUp));
      return next;
    } catch (error) {
      await generation.close();
      throw error;
    }
  }

  return {
    current: () => current,
    of: (schema) => bySchema.get(schema),
    async serve(sdl) {
      if (isStopped || sdl === current?.generation.sdl) return false;
      const next = await load(sdl);
      if (isStopped) {
        next.retire();
        return false;
      }
      const old = current;
      current = next;
      bySchema.set(next.generation.apiSchema, next);
      onSwitch(next.generation);
      old?.retire();
      return true;
    },
    async stop() {
      isStopped = true;
      current?.retire();
      await current?.generation.close();
    },
  };
}

/** Applies updates one after the other; what cannot be used is told to the log, and what serves keeps serving. */
export function createUpdates(
  { serve }: Changeover<never>,
  { logger }: Pick<GatewayOptions<never>, 'logger'>,
): { add(sdl: string): void; settled(): Promise<unknown> } {
  let updating: Promise<unknown> = Promise.resolve();
  const told = (isChanged: boolean) => isChanged && logger.info('the supergraph was changed');
  const refused = (error: unknown) =>
    logger.error({ err: error }, `a new supergraph was refused, the old one keeps serving: ${reasonOf(error)}`);
  return {
    add(sdl) {
      updating = updating.then(() => serve(sdl)).then(told, refused);
    },
    settled: () => updating,
  };
}

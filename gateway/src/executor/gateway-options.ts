import type { SupergraphManager } from '@apollo/gateway';
import type { Logger } from '@nexus/kit/log';
import type { AuthorizationOptions } from '../authorization/authorization.ts';
import type { Credentials } from '../authorization/credentials.ts';
import type { GenerationOptions } from '../supergraph/generation.ts';
import type { SubgraphAddress } from '../supergraph/subgraph-addresses.ts';
import type { ResolvedOperation } from './operations.ts';
import type { DecideOverride } from './overrides.ts';
import type { CallLimits } from './serving.ts';
import type { Transport } from './transport.ts';

export type GatewayOptions<Context> = {
  /** The composed supergraph, or what brings it and its updates. */
  supergraphSdl: string | SupergraphManager;
  /** How a subgraph is reached. */
  transport(subgraph: SubgraphAddress): Transport<Context>;
  /** Replaces routing URLs of the supergraph, by subgraph name. */
  subgraphUrls?: GenerationOptions['subgraphUrls'];
  planner?: GenerationOptions['planner'];
  /** Operations kept with their plans; default 1,000. */
  maxOperations?: number;
  /** Operations planned before a new supergraph takes over, the most recent ones; default 200. */
  maxWarmUp?: number;
  /** What somebody may see of a supergraph with `@authenticated`, `@requiresScopes` or `@policy`; default nothing. */
  credentialsOf?: (context: Context) => Credentials;
  authorization?: AuthorizationOptions;
  /** Whether a label of progressive `@override` that is not a percentage is on; default off. */
  decideOverride?: DecideOverride<Context>;
  /** How long the answer of a query is waited for, and whether still. */
  limitsOf?: (context: Context) => CallLimits;
  /** Whether to add the plan to the answer as `extensions.queryPlan`. */
  exposePlan?: (context: Context) => boolean;
  /**
   * Told of each operation that is valid on the next supergraph too, before that takes over; with the sha256 of its
   * printed API schema.
   */
  onWarm?: (apiHash: string, operation: ResolvedOperation) => void;
  /** Told of every supergraph that took over, with the subgraphs it needs. */
  onSwitch?: (subgraphs: readonly SubgraphAddress[]) => void;
  logger: Pick<Logger, 'info' | 'error'>;
};

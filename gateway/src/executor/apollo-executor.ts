import '../telemetry/disable-apollo-telemetry.ts';
import { ApolloGateway } from '@apollo/gateway';
import type { Logger } from '@nexus/kit/log';
import type { Environment } from '../gateway-config.ts';
import type { SubgraphClients } from '../subgraph-client/subgraph-clients.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import { createDataSource } from './data-source.ts';

type ExecutorConfig = { clients: SubgraphClients; environment: Environment; logger: Logger };

/** Plans and runs operations on a supergraph with Apollo's own executor. */
export function createExecutor({ sdl }: Supergraph, { clients, environment, logger }: ExecutorConfig): ApolloGateway {
  return new ApolloGateway({
    supergraphSdl: sdl,
    buildService: ({ name }) => createDataSource(clients, name),
    __exposeQueryPlanExperimental: environment === 'development',
    validateSupergraph: true,
    logger,
  });
}

import '../telemetry/disable-apollo-telemetry.ts';
import { ApolloGateway } from '@apollo/gateway';
import type { Logger } from '@nexus/kit/log';
import type { SubgraphClients } from '../subgraph-client/subgraph-clients.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import { createDataSource } from './data-source.ts';

type ExecutorConfig = { clients: SubgraphClients; isDevelopment: boolean; logger: Logger };

/** Plans and runs operations on a supergraph with Apollo's own executor. */
export function createExecutor({ sdl }: Supergraph, { clients, isDevelopment, logger }: ExecutorConfig): ApolloGateway {
  return new ApolloGateway({
    supergraphSdl: sdl,
    buildService: ({ name }) => createDataSource(clients, name),
    __exposeQueryPlanExperimental: isDevelopment,
    validateSupergraph: true,
    logger,
  });
}

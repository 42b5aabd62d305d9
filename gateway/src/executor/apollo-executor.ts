import '../telemetry/disable-apollo-telemetry.ts';
import { ApolloGateway } from '@apollo/gateway';
import type { Logger } from '@nexus/kit/log';
import type { SubgraphClients } from '../subgraph-client/subgraph-clients.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import { createDataSource } from './data-source.ts';

type ExecutorConfig = { clients: SubgraphClients; isDevelopment: boolean; logger: Logger };

/** Plans and runs operations on a supergraph with Apollo's own executor. */
export function createExecutor(supergraph: Supergraph, config: ExecutorConfig): ApolloGateway {
  const { clients, isDevelopment, logger } = config;
  return new ApolloGateway({
    supergraphSdl: supergraph.sdl,
    buildService: ({ name }) => {
      const address = supergraph.subgraphs.find((subgraph) => subgraph.name === name);
      if (!address) throw new Error(`There is no subgraph ${name}.`);
      return createDataSource(clients.of(address), name);
    },
    __exposeQueryPlanExperimental: isDevelopment,
    validateSupergraph: true,
    logger,
  });
}

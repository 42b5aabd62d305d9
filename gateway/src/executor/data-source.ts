import type { GraphQLDataSource } from '@apollo/gateway';
import type { RequestContext } from '../http/request-context.ts';
import type { SubgraphClients } from '../subgraph-client/subgraph-clients.ts';

/** Connects a step of Apollo's query plan to our subgraph client. */
export function createDataSource(clients: SubgraphClients, subgraph: string): GraphQLDataSource<RequestContext> {
  return {
    async process(options) {
      // Apollo also calls data sources to poll schemas and health, which this gateway does not configure.
      if (!('incomingRequestContext' in options)) throw new Error(`Unexpected ${options.kind} of ${subgraph}.`);
      const { query = '', variables, operationName } = options.request;
      return clients.of(subgraph).ask({ query, variables, operationName }, options.context);
    },
  };
}

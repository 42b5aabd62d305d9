import type { GraphQLDataSource } from '@apollo/gateway';
import { OperationTypeNode } from 'graphql';
import type { RequestContext } from '../http/request-context.ts';
import type { SubgraphClients } from '../subgraph-client/subgraph-clients.ts';
import type { RequestKind } from '../subgraph-client/subgraph-failure.ts';

/** Connects a step of Apollo's query plan to our subgraph client. */
export function createDataSource(clients: SubgraphClients, subgraph: string): GraphQLDataSource<RequestContext> {
  return {
    async process(options) {
      // Apollo also calls data sources to poll schemas and health, which this gateway does not configure.
      if (!('incomingRequestContext' in options)) throw new Error(`Unexpected ${options.kind} of ${subgraph}.`);
      const { query = '', variables, operationName } = options.request;
      const kind = kindOf(query, options.incomingRequestContext.operation?.operation);
      return clients.of(subgraph).ask({ query, variables, operationName }, kind, options.context);
    },
  };
}

/** The planner prints each step by itself: a mutation's begins with the word, what is read after it does not. */
function kindOf(step: string, operation: OperationTypeNode | undefined): RequestKind {
  if (step.startsWith('mutation')) return 'mutation';
  return operation === OperationTypeNode.MUTATION ? 'read after a mutation' : 'read';
}

import type { GraphQLDataSource } from '@apollo/gateway';
import { OperationTypeNode } from 'graphql';
import type { RequestContext } from '../http/request-context.ts';
import type { SubgraphClient } from '../subgraph-client/subgraph-client.ts';
import type { RequestKind } from './transport.ts';

/** Connects a step of Apollo's query plan to our subgraph client. */
export function createDataSource(client: SubgraphClient, subgraph: string): GraphQLDataSource<RequestContext> {
  return {
    async process(options) {
      // Apollo also calls data sources to poll schemas and health, which this gateway does not configure.
      if (!('incomingRequestContext' in options)) throw new Error(`Unexpected ${options.kind} of ${subgraph}.`);
      const { query: text = '', variables = {}, operationName: name } = options.request;
      const kind = kindOf(text, options.incomingRequestContext.operation?.operation);
      const json = JSON.stringify({ query: text, operationName: name }).slice(1, -1);
      return client.ask({
        operation: { subgraph, kind, name, text, json },
        variables: JSON.stringify(variables),
        context: options.context,
        deadline: undefined,
        signal: undefined,
      });
    },
  };
}

/** The planner prints each step by itself: a mutation's begins with the word, what is read after it does not. */
function kindOf(step: string, operation: OperationTypeNode | undefined): RequestKind {
  if (step.startsWith('mutation')) return 'mutation';
  return operation === OperationTypeNode.MUTATION ? 'read after a mutation' : 'read';
}

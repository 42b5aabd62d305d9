import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';

const BAD_REQUEST = { status: 400 };

/** Refuses what the executor cannot run as the client's mistake: a document without the named operation, a subscription. */
export const requireOperation: ApolloServerPlugin<BaseContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, request }) {
        if (!operation) throw noOperation(request.operationName);
        if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw noSubscriptions();
      },
    };
  },
};

function noOperation(name: string | undefined): GraphQLError {
  const message = name
    ? `The document has no operation named "${name}".`
    : 'The document has several operations; say with operationName which one to run.';
  return new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: BAD_REQUEST } });
}

function noSubscriptions(): GraphQLError {
  const message = 'Subscriptions are not available here.';
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: BAD_REQUEST } });
}

import type { GatewayExecutor, GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';
import { THROWN } from './compare.ts';
import { answerOf, type Executor, hashOf, type Operation } from './operation.ts';
import type { World } from './test-graph.ts';

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** What Apollo Server would hand to a gateway, as far as a gateway looks at it. */
function requestContext(operation: Operation, schema: GraphQLSchema, world: World): GatewayGraphQLRequestContext {
  const definition = operation.document.definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  const operationName = definition?.name?.value ?? null;
  const context: Partial<GatewayGraphQLRequestContext> = {
    request: {
      query: operation.text,
      variables: { ...operation.variables },
      ...(operationName === null ? {} : { operationName }),
    },
    logger: silent,
    schema,
    context: { world },
    queryHash: hashOf(operation.text),
    document: operation.document,
    source: operation.text,
    operationName,
    ...(definition ? { operation: definition } : {}),
    metrics: {},
  };
  return context as GatewayGraphQLRequestContext; // the rest is the server's cache and its policies
}

/** An executor out of a gateway's; every operation meets a new world. */
export function gatewayExecutor(execute: GatewayExecutor, schema: GraphQLSchema, newWorld: () => World): Executor {
  return (operation) =>
    execute(requestContext(operation, schema, newWorld())).then(answerOf, ({ message }: Error) => ({
      data: null,
      errors: [{ message: THROWN + message }],
      valueCompletion: [],
    }));
}

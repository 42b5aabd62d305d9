import '../../src/telemetry/disable-apollo-telemetry.ts';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { prettyFormatQueryPlan, type QueryPlan } from '@apollo/query-planner';
import type { GatewayGraphQLResponse } from '@apollo/server-gateway-interface';
import type { Federation } from './federation.ts';
import { gatewayExecutor } from './gateway-executor.ts';
import type { Executor } from './operation.ts';
import type { World } from './test-graph.ts';

/** The stock gateway, which also tells the plan of its latest operation. */
export type StockGateway = { execute: Executor; latestPlan: () => string; [Symbol.asyncDispose]: () => Promise<void> };

function dataSource(federation: Federation, subgraph: string): GraphQLDataSource {
  return {
    process: async ({ request, context }) => {
      const world = context.world as World; // what gatewayExecutor puts there
      const call = { subgraph, text: request.query ?? '', variables: request.variables ?? {}, world };
      return (await federation.ask(call)) as GatewayGraphQLResponse; // off a wire, errors are formatted
    },
  };
}

export async function startStockGateway(federation: Federation): Promise<StockGateway> {
  let latest: QueryPlan | undefined;
  const gateway = new ApolloGateway({
    supergraphSdl: federation.supergraphSdl,
    buildService: ({ name }) => dataSource(federation, name),
    logger: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    experimental_didResolveQueryPlan: ({ queryPlan }) => {
      latest = queryPlan;
    },
  });
  const { executor } = await gateway.load();
  return {
    execute: gatewayExecutor(executor, federation.apiSchema, federation.graph.world),
    latestPlan: () => (latest ? prettyFormatQueryPlan(latest) : 'no plan'),
    [Symbol.asyncDispose]: () => gateway.stop(),
  };
}

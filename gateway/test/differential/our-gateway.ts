import type { GraphQLSchema } from 'graphql';
import { createGateway } from '../../src/executor/gateway.ts';
import type { Transport } from '../../src/executor/transport.ts';
import { readAnswer } from '../../src/subgraph-client/subgraph-answer.ts';
import { subgraphFailure } from '../../src/subgraph-client/subgraph-failure.ts';
import type { Federation } from './federation.ts';
import { gatewayExecutor } from './gateway-executor.ts';
import type { Executor } from './operation.ts';
import type { World } from './test-graph.ts';

type OurGateway = { execute: Executor; [Symbol.asyncDispose]: () => Promise<void> };

const transportTo =
  (federation: Federation, subgraph: string): Transport<{ world: World }> =>
  async ({ operation, variables, context }) => {
    const call = { subgraph, text: operation.text, variables: JSON.parse(variables), world: context.world };
    try {
      return readAnswer(JSON.stringify(await federation.ask(call)));
    } catch (error) {
      throw subgraphFailure(operation, error);
    }
  };

/** The gateway under test over a composed graph, without a server and without a network. */
export async function startOurGateway(federation: Federation): Promise<OurGateway> {
  const gateway = createGateway<{ world: World }>({
    supergraphSdl: federation.supergraphSdl,
    transport: ({ name }) => transportTo(federation, name),
    // Other tests may keep the machine busy.
    planner: { timeLimitMs: 20_000 },
    logger: { info: () => {}, error: () => {} },
  });
  const { executor } = await gateway.load({ apollo: {} });
  let schema: GraphQLSchema | undefined;
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    schema = apiSchema;
  });
  if (!executor || !schema) throw new Error('The gateway has loaded nothing.');
  return {
    execute: gatewayExecutor(executor, schema, federation.graph.world),
    [Symbol.asyncDispose]: () => gateway.stop(),
  };
}

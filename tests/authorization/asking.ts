import { assertionKey } from '@nexus/contracts/agreement';
import type { Answer } from '@nexus/contracts/testing';
import { signAssertion } from '@nexus/contracts/viewer';
import { TEST_SECRET } from '@nexus/kit/testing/database';
import { postGraphql, type TestGraph } from '../setup/graph.ts';
import type { Asker } from './model.ts';
import type { World } from './world.ts';

export const ASKERS: readonly Asker[] = [
  undefined,
  ...(['author', 'hermit', 'guest', 'listed', 'stranger', 'follower'] as const),
  ...(['blocked', 'blocker', 'muted', 'suspended', 'moderator', 'admin'] as const),
];

export type Asking = ReturnType<typeof askingIn>;
type Asked = [query: string, variables: object, asker: Asker];

/** The two ways in: through the gateway with a token, and as the gateway asks a subgraph, for whomever it says. */
export function askingIn(graph: TestGraph, world: World) {
  return {
    ofGateway: (...[query, variables, asker]: Asked): Promise<Answer> =>
      graph.ask(query, variables, asker && world.tokens[asker]),
    ofSubgraph: async (name: string, ...[query, variables, asker]: Asked): Promise<Answer> => {
      const viewer = asker && world.viewers[asker];
      const assertion = await signAssertion(assertionKey(TEST_SECRET, name), name, viewer);
      return await postGraphql(`${graph.subgraphUrls[name]}/graphql`, { query, variables }, assertion);
    },
  };
}

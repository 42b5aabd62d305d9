import { parentPort } from 'node:worker_threads';
import { type Composition, composeSubgraphs } from '@nexus/gateway/composition/compose-supergraph';
import type { SubgraphText } from '@nexus/gateway/composition/parse-subgraph';
import { reasonOf } from '@nexus/kit/reasons';

// The body of a thread that composes whatever it is sent.
parentPort?.on('message', (subgraphs: SubgraphText[]) => parentPort?.postMessage(compose(subgraphs)));

/** Of some schemas composition does not say what is wrong, it throws. */
function compose(subgraphs: readonly SubgraphText[]): Composition {
  try {
    return composeSubgraphs(subgraphs);
  } catch (error) {
    const problem = { level: 'error', code: 'NOT_COMPOSED', message: reasonOf(error), places: [] } as const;
    return { supergraph: undefined, problems: [{ ...problem, places: [] }] };
  }
}

import { parentPort } from 'node:worker_threads';
import { type Composition, composeSubgraphs } from '@nexus/gateway/composition/compose-supergraph';
import type { SubgraphText } from '@nexus/gateway/composition/parse-subgraph';
import { reasonOf } from '@nexus/kit/reasons';
import type { CompositionAnswer } from './composition.ts';

// The body of a thread that composes whatever it is sent.
parentPort?.on('message', (subgraphs: SubgraphText[]) => tell({ composition: compose(subgraphs) }));

const tell = (answer: CompositionAnswer) => parentPort?.postMessage(answer);

/** Of some schemas composition does not say what is wrong, it throws. */
function compose(subgraphs: readonly SubgraphText[]): Composition {
  try {
    return composeSubgraphs(subgraphs, (merged) => tell({ merged }));
  } catch (error) {
    const message = reasonOf(error);
    return { supergraph: undefined, problems: [{ level: 'error', code: 'NOT_COMPOSED', message, places: [] }] };
  }
}

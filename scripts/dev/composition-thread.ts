import { parentPort } from 'node:worker_threads';
import { composeSubgraphs } from '@nexus/gateway/composition/compose-supergraph';
import type { SubgraphText } from '@nexus/gateway/composition/parse-subgraph';
import type { CompositionAnswer } from './composition.ts';

// The body of a thread that composes whatever it is sent.
parentPort?.on('message', (subgraphs: SubgraphText[]) =>
  tell({ composition: composeSubgraphs(subgraphs, (merged) => tell({ merged })) }),
);

const tell = (answer: CompositionAnswer) => parentPort?.postMessage(answer);

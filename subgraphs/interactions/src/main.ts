import { runSubgraph } from '@nexus/contracts/run-subgraph';
import { interactionsSubgraph } from './subgraph.ts';

await runSubgraph(interactionsSubgraph);

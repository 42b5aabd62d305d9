import { runSubgraph } from '@nexus/contracts/run-subgraph';
import { postsSubgraph } from './subgraph.ts';

await runSubgraph(postsSubgraph);

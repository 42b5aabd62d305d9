import { runSubgraph } from '@nexus/contracts/run-subgraph';
import { usersSubgraph } from './subgraph.ts';

await runSubgraph(usersSubgraph);

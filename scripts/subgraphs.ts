import type { Subgraph } from '@nexus/contracts/agreement';
import type { ImportPart } from '@nexus/contracts/import';
import { importPart as interactionsImport } from '@nexus/interactions/import';
import { interactionsSubgraph } from '@nexus/interactions/subgraph';
import { importPart as postsImport } from '@nexus/posts/import';
import { postsSubgraph } from '@nexus/posts/subgraph';
import { importPart as usersImport } from '@nexus/users/import';
import { usersSubgraph } from '@nexus/users/subgraph';

/** All subgraphs, for what concerns the whole house. */
export const subgraphs: readonly Subgraph<object>[] = [usersSubgraph, postsSubgraph, interactionsSubgraph];

export const importParts: readonly ImportPart[] = [usersImport, postsImport, interactionsImport];

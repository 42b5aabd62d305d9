import { readFileSync } from 'node:fs';

/** The subgraphs of the bench, in the order their ports are told. */
export const SUBGRAPHS = ['users', 'products', 'inventory', 'reviews'] as const;

export type SubgraphName = (typeof SUBGRAPHS)[number];

export const sdlOf = (name: SubgraphName): string => readFileSync(new URL(`${name}.graphql`, import.meta.url), 'utf8');

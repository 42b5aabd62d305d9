import type { ParsedSubgraph } from '@nexus/gateway/composition/parse-subgraph';
import type { Problem } from '@nexus/gateway/composition/problem';
import type { GraphQLSchema } from 'graphql';
import type { Finding } from './finding.ts';
import type { Operation } from './operation.ts';

/** One version of the whole graph. `composed` is undefined when its subgraphs do not compose. */
export type Graph = {
  subgraphs: readonly ParsedSubgraph[];
  problems: readonly Problem[];
  composed: Composed | undefined;
};

/** A supergraph and what its clients see of it; of each variant too. */
export type Composed = {
  supergraph: string;
  api: GraphQLSchema;
  variants: readonly { name: string; supergraph: string; api: GraphQLSchema }[];
};

/** A change of the schema, and who uses it. */
export type Change = { base: Graph; head: Graph; operations: readonly Operation[] };

/** Looks at a change from one side. Rules that need a supergraph are asked only when base and head compose. */
export type Rule = (change: Change) => readonly Finding[] | Promise<readonly Finding[]>;

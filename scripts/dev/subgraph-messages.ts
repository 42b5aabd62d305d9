import type { Problem } from '@nexus/gateway/composition/problem';

/** What a thread is told once: which subgraph it runs, and on what. */
export type SubgraphJob = {
  root: string;
  name: string;
  databaseUrl: string;
  redisUrl: string | undefined;
  secret: string;
  /** Where other services answer, by name; mocks are none of them. */
  neighbours: Readonly<Record<string, string>>;
};

/** A schema as its team writes it, and a copy of the text in it that is to be served. */
export type SchemaVersion = { file: string; copy: string };

/** Start the subgraph as it is now beside the one that runs; or end all but one. */
export type SubgraphTask =
  | { kind: 'load'; id: number; changed: readonly string[]; schema: SchemaVersion }
  | { kind: 'keep'; id: number | undefined };

export type SubgraphAnswer =
  | { kind: 'loaded'; id: number; url: string; problems: Problem[] }
  | { kind: 'failed'; id: number; problem: Problem }
  | { kind: 'kept'; id: number | undefined };

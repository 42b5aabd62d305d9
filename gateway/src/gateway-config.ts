import type { Logger } from '@nexus/kit/log';

export type Environment = 'development' | 'production';

/** How the gateway knows who asks, and how it proves that to a subgraph. */
export type ViewerConfig = {
  jwksUrl: string;
  assertionKey: (subgraph: string) => Uint8Array;
};

/** The person whom the playground offers to sign in as. */
export type DemoPerson = { handle: string; password: string };

export type GatewayConfig = {
  host: string;
  /** 0 means any free one. */
  port: number;
  supergraphFile: string;
  /** Replaces routing URLs of the supergraph, by subgraph name. */
  subgraphUrls?: Readonly<Record<string, string>>;
  /** Absent: any supergraph, nobody is signed in, and a client's `authorization` goes nowhere. */
  viewer?: ViewerConfig;
  environment: Environment;
  /** Shown in development only; false hides it there too. */
  playground?: { demo?: DemoPerson } | false;
  logger: Logger;
};

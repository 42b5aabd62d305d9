import type { SupergraphManager } from '@apollo/gateway';
import type { Settings } from '@nexus/contracts/settings';
import { gatewayConfig } from '@nexus/gateway/config';
import type { PlaygroundState } from '@nexus/gateway/playground/playground';
import { preloadPlanner } from '@nexus/gateway/query-planner/planner';
import { type RunningGateway, startGateway, URGENT_SWAP } from '@nexus/gateway/server';
import type { Other } from './others.ts';
import type { DevViewer, TokenMaker } from './viewers.ts';

type Setting = {
  settings: Settings;
  secret: string;
  port: number;
  supergraph: string;
  /** Where each subgraph answers. */
  subgraphs: Readonly<Record<string, Other>>;
  jwksUrl: string;
  tokens: TokenMaker;
  viewers: readonly DevViewer[];
  problems: () => PlaygroundState['problems'];
};

export type DevelopmentGateway = RunningGateway & {
  /** Loads a supergraph that will probably be published; undefined: none any more. */
  expect(supergraph: string | undefined): void;
  /** Serves another supergraph; resolves when it has taken over, or after a while when it was refused. */
  publish(supergraph: string): Promise<void>;
};

/** A supergraph takes a tenth of it; one that is refused never comes, and the log says why. */
const PATIENCE_MS = 5_000;

/** The gateway of the product on whatever supergraph is published, for viewers whom nobody has signed in. */
export async function startDevelopmentGateway(setting: Setting): Promise<DevelopmentGateway> {
  const { subgraphs, port, problems, viewers, tokens } = setting;
  let version = 0;
  let current = setting.supergraph;
  let switched = Promise.withResolvers<void>();
  let update: (supergraph: string) => void = () => undefined;
  const manager: SupergraphManager = {
    async initialize(options) {
      update = options.update;
      return { supergraphSdl: current };
    },
  };
  const gateway = await startGateway({
    ...configOf(setting),
    port,
    supergraph: manager,
    subgraphUrls: Object.fromEntries(Object.entries(subgraphs).map(([name, { graphqlUrl }]) => [name, graphqlUrl])),
    // Whoever saves waits for it, and everybody else is them.
    isSwapUrgent: true,
    onSwitch: () => {
      version++;
      switched.resolve();
    },
    playground: {
      title: 'Nexus in development',
      viewers: async () => viewers.map((one) => ({ name: one.name, headers: headersOf(one, tokens) })),
      state: () => ({ version: String(version), problems: problems() }),
    },
  });
  return {
    ...gateway,
    expect: (supergraph) => preloadPlanner(supergraph === current ? undefined : supergraph, URGENT_SWAP),
    async publish(supergraph) {
      if (supergraph === current) return;
      current = supergraph;
      switched = Promise.withResolvers();
      update(supergraph);
      const overdue = setTimeout(() => switched.resolve(), PATIENCE_MS);
      await switched.promise.finally(() => clearTimeout(overdue));
    },
  };
}

const headersOf = ({ viewer }: DevViewer, { tokenOf }: TokenMaker): Record<string, string> =>
  viewer ? { authorization: `Bearer ${tokenOf(viewer)}` } : {};

/** As the product's own; what asks a service that is mocked is left out. */
function configOf({ settings, secret, subgraphs, jwksUrl }: Setting) {
  const origins = Object.entries(subgraphs).flatMap(([name, { origin }]) => (origin ? [[name, origin]] : []));
  const urls: Record<string, string> = Object.fromEntries(origins);
  const config = gatewayConfig({ settings: { ...settings, points: undefined }, secret, urls });
  const { findEndedSessions, downloadExport, readAnalytics, ...viewer } = config.viewer ?? missing();
  return {
    ...config,
    viewer: {
      ...viewer,
      jwksUrl,
      ...(urls.users && findEndedSessions && { findEndedSessions }),
      ...(urls.users && downloadExport && { downloadExport }),
      ...(urls.interactions && readAnalytics && { readAnalytics }),
    },
  };
}

function missing(): never {
  throw new Error('The gateway of the product knows viewers.');
}

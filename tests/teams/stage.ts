import { createHash } from 'node:crypto';
import { composeSubgraphs } from '@nexus/gateway/composition/compose-supergraph';
import { startGateway } from '@nexus/gateway/server';
import { createLogger } from '@nexus/kit/log';
import { checkChange } from '@nexus/schema-check/check';
import { buildGraph } from '@nexus/schema-check/graph/build-graph';
import { getOperationAST, parse } from 'graphql';
import { type Asked, startClients } from './clients.ts';
import { startRollingSubgraph } from './rolling-subgraph.ts';
import { until } from './until.ts';

/** The schemas of two teams, as a deploy has them. */
export type Schemas = { posts: string; stats: string };

/** Two subgraphs at their addresses, the gateway in front, and clients that never stop asking. */
export async function startStage(first: Schemas, asked: Asked) {
  await using resources = new AsyncDisposableStack();
  const subgraphs = { posts: await startRollingSubgraph(first.posts), stats: await startRollingSubgraph(first.stats) };
  for (const { stop } of Object.values(subgraphs)) resources.defer(stop);
  const textsOf = (schemas: Schemas) =>
    (['posts', 'stats'] as const).map((name) => ({
      ...{ name, url: subgraphs[name].url, file: `${name}.graphql`, text: schemas[name] },
    }));
  const gateway = await startGatewayOn(compose(textsOf(first)));
  resources.defer(gateway.stop);
  const clients = startClients(gateway.url, asked);
  resources.defer(clients.stop);
  await clients.askForAWhile();
  const running = resources.move();
  let [deployed, published] = [first, first];

  return {
    clients,
    answered: (name: keyof Schemas) => subgraphs[name].answered(),
    /** Deploys the next version of a subgraph: for a while it answers beside the one before. */
    async deploy(next: Partial<Schemas>): Promise<void> {
      for (const name of ['posts', 'stats'] as const) if (next[name]) await subgraphs[name].rollOut(next[name]);
      deployed = { ...deployed, ...next };
    },
    /** Publishes a supergraph: that of the deployed schemas, or of others. */
    async publish(next: Partial<Schemas> = deployed): Promise<void> {
      published = { ...published, ...next };
      await gateway.switchTo(compose(textsOf(published)));
      await clients.askForAWhile();
    },
    /** What `npm run schema:check` says of a change of what is published, but for what is only said. */
    async check(next: Partial<Schemas>): Promise<string[]> {
      const [base, head] = [published, { ...published, ...next }].map((schemas) =>
        buildGraph({ subgraphs: textsOf(schemas) }),
      );
      if (!base || !head) throw new Error('there are two of them');
      const findings = await checkChange({ base, head, operations: clients.operations().map(trusted) });
      return findings.filter(({ severity }) => severity !== 'notice').map(sentenceOf);
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

type Finding = {
  severity: string;
  code: string;
  coordinate: string | undefined;
  operations: readonly { name: string }[];
};

const sentenceOf = ({ severity, code, coordinate, operations }: Finding): string =>
  [`${severity}:`, code, coordinate, operations.map(({ name }) => name).join(' ')].filter(Boolean).join(' ');

function trusted(query: string) {
  const document = parse(query);
  const id = createHash('sha256').update(query).digest('hex');
  const name = getOperationAST(document)?.name?.value ?? 'unnamed';
  return { id, name, document, origin: 'trusted' as const, count: 0, clients: [] };
}

function compose(texts: Parameters<typeof composeSubgraphs>[0]): string {
  const { supergraph, problems } = composeSubgraphs(texts);
  if (supergraph === undefined) throw new Error(problems.map(({ message }) => message).join('\n'));
  return supergraph;
}

/** The gateway on a supergraph that others follow. */
async function startGatewayOn(supergraphSdl: string) {
  let update: (sdl: string) => void = () => undefined;
  let switches = 0;
  const gateway = await startGateway({
    ...{ host: '127.0.0.1', port: 0, environment: 'production', logger: createLogger('gateway', 'silent') },
    supergraph: {
      initialize: async (options) => {
        update = options.update;
        return { supergraphSdl };
      },
    },
    onSwitch: () => {
      switches += 1;
    },
  });
  return {
    ...gateway,
    async switchTo(sdl: string): Promise<void> {
      const before = switches;
      update(sdl);
      await until(() => switches > before);
    },
  };
}

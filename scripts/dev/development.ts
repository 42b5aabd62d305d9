import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSettings, type Settings } from '@nexus/contracts/settings';
import { readSubgraph, type SubgraphText } from '@nexus/gateway/composition/parse-subgraph';
import type { SubgraphSource } from '@nexus/gateway/composition/supergraph-config';
import { isFree } from '@nexus/kit/free-port';
import { StartupError } from '@nexus/kit/startup-error';
import { developmentBanner } from './banner.ts';
import { type Composer, startComposer } from './composition.ts';
import { openData } from './database.ts';
import { startDevelopmentGateway } from './development-gateway.ts';
import { startMockServer } from './mock-server.ts';
import type { DevOptions } from './options.ts';
import { openOthers } from './others.ts';
import { createProblemBoard, type ProblemBoard } from './problem-board.ts';
import { createRounds } from './rounds.ts';
import { createTokenMaker } from './viewers.ts';
import { watchFolders } from './watch-folders.ts';
import { startWorkbenches } from './workbench.ts';

type Start = { root: string; options: DevOptions; sources: readonly SubgraphSource[] };

/** Starts everything and returns what to tell the developer; the stack stops it. */
export async function startDevelopment(
  { root, options, sources }: Start,
  resources: AsyncDisposableStack,
): Promise<string> {
  const settings = readSettings();
  if (settings.environment === 'production') {
    throw new StartupError('npm run dev answers anybody as anybody: it does not start with NODE_ENV=production.');
  }
  const port = options.port ?? settings.port;
  await refuseTakenPorts(port, options.names, sources);
  const board = createProblemBoard(root, console.log);
  const texts = await Promise.all(sources.map(readSubgraph));
  const composer = startComposer();
  resources.defer(composer.stop);
  const composing = composeFirst(composer, texts, { root, board });
  const graph = await openGraph({ root, settings, options, port, texts, board }, resources);
  const { data, mocks, tokens, benches, elsewhere } = graph;
  const { secret, viewers } = data;
  const { jwksUrl } = mocks;
  const subgraphs = { ...graph.others, ...benches.addresses };
  const setting = { settings, secret, port, subgraphs, jwksUrl, tokens, viewers, problems: board.all };
  const gateway = await startDevelopmentGateway({ ...setting, supergraph: await composing });
  resources.defer(() => gateway.stop());

  const publish = async (supergraph: string, schemas: readonly SubgraphText[]) => {
    for (const { name, text } of schemas) mocks.set(name, text);
    await gateway.publish(supergraph);
  };
  const { watched, fronts } = benches;
  const rounds = createRounds(
    { root, sources, watched, composer, board, publish, expect: gateway.expect, say: console.log },
    texts,
  );
  resources.defer(rounds.ended);
  resources.defer(watch(root, sources, rounds.save));
  rounds.rehearse();
  return developmentBanner({ gateway: gateway.url, fronts, options, others: elsewhere, viewer: viewers[0].name });
}

type Opening = {
  root: string;
  settings: Settings;
  options: DevOptions;
  port: number;
  texts: readonly SubgraphText[];
  board: ProblemBoard;
};

/** Everything behind the gateway: data, the subgraphs that run from source, and what stands in for the others. */
async function openGraph({ root, settings, options, port, texts, board }: Opening, resources: AsyncDisposableStack) {
  const data = await openData(settings, options.viewer, resources);
  const tokens = createTokenMaker();
  const neighbours: Record<string, string> = {};
  const mocks = await startMockServer({ ...data, tokens, demo: data.viewers[0].viewer, neighbours });
  resources.defer(mocks.stop);
  for (const { name, text } of texts) mocks.set(name, text);
  const places = placesOf(texts);
  const elsewhere = new Map([...places].filter(([name]) => !options.names.includes(name)));
  const others = await openOthers(options.others, elsewhere, { ...data, neighbours, mocks, resources });
  const { names } = options;
  const benches = await startWorkbenches(
    { root, names, data, texts, board, neighbours, portOf: portsAfter(port, places) },
    resources,
  );
  return { data, tokens, mocks, others, benches, elsewhere: [...elsewhere.keys()] };
}

/** The first supergraph; the committed one where the schemas do not compose. */
async function composeFirst(
  composer: Composer,
  texts: readonly SubgraphText[],
  { root, board }: Pick<Opening, 'root' | 'board'>,
): Promise<string> {
  const { supergraph, problems } = await composer.compose(texts);
  board.put(
    'composition',
    problems.filter(({ level }) => level === 'error'),
  );
  return supergraph ?? (await readFile(join(root, 'gateway', 'supergraph.graphql'), 'utf8'));
}

/** Said before anything is started that takes time. */
async function refuseTakenPorts(port: number, names: readonly string[], sources: Start['sources']): Promise<void> {
  const portOf = portsAfter(port, placesOf(sources));
  for (const [name, wanted] of [['gateway', port] as const, ...names.map((one) => [one, portOf(one)] as const)]) {
    if (wanted !== 0 && !(await isFree(wanted))) {
      throw new StartupError(`Port ${wanted} (${name}) is taken. Stop what uses it, or choose others with --port N.`);
    }
  }
}

/** Their places behind the gateway, by name: 1 for the first. */
const placesOf = (sources: readonly { name: string }[]) => new Map(sources.map(({ name }, index) => [name, index + 1]));

/** Each subgraph has its place behind the gateway; 0 asks for any free port, for each of them. */
const portsAfter = (port: number, places: ReadonlyMap<string, number>) => (name: string) =>
  port === 0 ? 0 : port + (places.get(name) ?? 0);

/** Watches what subgraphs are made of. */
function watch(root: string, sources: Start['sources'], save: (files: string[]) => void): () => void {
  const folders = sources.map(({ name }) => join(root, 'subgraphs', name));
  return watchFolders([...folders, join(root, 'kit', 'src'), join(root, 'contracts', 'src')], save);
}

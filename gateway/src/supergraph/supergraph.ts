import { readFile } from 'node:fs/promises';
import { StartupError } from '@nexus/kit/startup-error';
import { type DocumentNode, type EnumValueDefinitionNode, Kind, parse } from 'graphql';

/** A subgraph by the name it was composed under, and where it listens. */
export type SubgraphAddress = { name: string; url: string };

export type Supergraph = { file: string; sdl: string; subgraphs: readonly SubgraphAddress[] };

/** Reads a composed supergraph; a StartupError says what is wrong with the file. */
export async function readSupergraph(file: string, urls: Readonly<Record<string, string>> = {}): Promise<Supergraph> {
  const sdl = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new StartupError(`The supergraph file ${file} cannot be read (${error.code}).`);
  });
  const subgraphs = graphsOf(parseSdl(file, sdl)).map(({ name, url }) => ({ name, url: urls[name] ?? url }));
  if (subgraphs.length === 0)
    throw new StartupError(`${file} is not a supergraph: it names no subgraphs. Compose it first.`);
  const unusable = subgraphs.find(({ url }) => !isHttpUrl(url));
  if (unusable)
    throw new StartupError(`The URL of subgraph ${unusable.name} in ${file} is not usable: "${unusable.url}".`);
  return { file, sdl, subgraphs };
}

function parseSdl(file: string, sdl: string): DocumentNode {
  try {
    return parse(sdl, { noLocation: true });
  } catch (error) {
    throw new StartupError(`${file} is not a supergraph: ${error instanceof Error ? error.message : error}`);
  }
}

function graphsOf(document: DocumentNode): SubgraphAddress[] {
  const graphs = document.definitions.find(
    (definition) => definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph',
  );
  return graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []).map(addressOf) : [];
}

function addressOf(graph: EnumValueDefinitionNode): SubgraphAddress {
  const given = graph.directives?.find(({ name }) => name.value === 'join__graph')?.arguments ?? [];
  const text = (argument: string) => {
    const value = given.find(({ name }) => name.value === argument)?.value;
    return value?.kind === Kind.STRING ? value.value : '';
  };
  return { name: text('name'), url: text('url') };
}

function isHttpUrl(url: string): boolean {
  const protocol = URL.parse(url)?.protocol;
  return protocol === 'http:' || protocol === 'https:';
}

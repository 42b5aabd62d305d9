import { type DocumentNode, type EnumValueDefinitionNode, Kind } from 'graphql';

/** A subgraph by the name it was composed under, and where it listens. */
export type SubgraphAddress = { name: string; url: string };

/** The subgraphs of a composed supergraph; throws a reason in a sentence. */
export function subgraphAddresses(supergraph: DocumentNode): SubgraphAddress[] {
  const subgraphs = graphsOf(supergraph);
  if (subgraphs.length === 0) throw new Error('it names no subgraphs, compose it first');
  return subgraphs;
}

/** Where subgraphs are if `urls` has another URL for some; throws a reason in a sentence. */
export function replaceAddresses(
  addresses: readonly SubgraphAddress[],
  urls: Readonly<Record<string, string>> = {},
): SubgraphAddress[] {
  const subgraphs = addresses.map(({ name, url }) => ({
    name,
    url: Object.hasOwn(urls, name) ? (urls[name] ?? url) : url,
  }));
  const unusable = subgraphs.find(({ url }) => !isHttpUrl(url));
  if (unusable) throw new Error(`the URL of subgraph ${unusable.name} is not usable: "${unusable.url}"`);
  return subgraphs;
}

function graphsOf({ definitions }: DocumentNode): SubgraphAddress[] {
  const graphs = definitions.find(
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

import { type DocumentNode, type EnumValueDefinitionNode, Kind } from 'graphql';

/** A subgraph by the name it was composed under, and where it listens. */
export type SubgraphAddress = { name: string; url: string };

/** The subgraphs of a composed supergraph, their URLs replaced where `urls` has one; throws a reason in a sentence. */
export function subgraphAddresses(
  supergraph: DocumentNode,
  urls: Readonly<Record<string, string>> = {},
): SubgraphAddress[] {
  const subgraphs = graphsOf(supergraph).map(({ name, url }) => ({
    name,
    url: Object.hasOwn(urls, name) ? (urls[name] ?? url) : url,
  }));
  if (subgraphs.length === 0) throw new Error('it names no subgraphs, compose it first');
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

import type { GraphQLDataSource, ServiceEndpointDefinition } from '@apollo/gateway';
import { parse } from 'graphql';
import { readBody } from './read-body.ts';
import { subgraphAddresses } from './subgraph-addresses.ts';

const DEADLINE_MS = 10_000;
const MAX_BYTES = 16 * 2 ** 20;

/** How a manager of `@apollo/gateway`, like `IntrospectAndCompose`, asks a subgraph for its schema. */
export function schemaDataSource({ name, url = '' }: ServiceEndpointDefinition): GraphQLDataSource {
  return {
    process: ({ request: { query, variables, http } }) =>
      ask(
        { name, url },
        { body: JSON.stringify({ query, variables }), headers: Object.fromEntries(http?.headers ?? []) },
      ),
  };
}

/** What such a manager may do before it hands a supergraph on: rejects when a subgraph of it does not answer. */
export async function checkSubgraphs(supergraphSdl: string): Promise<void> {
  const subgraphs = subgraphAddresses(parse(supergraphSdl, { noLocation: true }));
  await Promise.all(subgraphs.map((subgraph) => ask(subgraph, { body: '{"query":"{__typename}"}', headers: {} })));
}

type Question = { body: string; headers: Record<string, string> };

async function ask({ name, url }: { name: string; url: string }, { body, headers }: Question) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
    signal: AbortSignal.timeout(DEADLINE_MS),
  });
  if (!response.ok) throw new Error(`${name} answered ${response.status}`);
  return JSON.parse(await readBody(response, MAX_BYTES));
}

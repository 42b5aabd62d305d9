import type { GraphQLDataSource, ServiceEndpointDefinition } from '@apollo/gateway';
import { readBody } from './read-body.ts';

const DEADLINE_MS = 10_000;
const MAX_BYTES = 16 * 2 ** 20;

/** How `IntrospectAndCompose` of `@apollo/gateway` asks a subgraph for its schema. */
export function schemaDataSource({ name, url = '' }: ServiceEndpointDefinition): GraphQLDataSource {
  return {
    async process({ request }) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { ...Object.fromEntries(request.http?.headers ?? []), 'content-type': 'application/json' },
        body: JSON.stringify({ query: request.query, variables: request.variables }),
        signal: AbortSignal.timeout(DEADLINE_MS),
      });
      if (!response.ok) throw new Error(`${name} answered ${response.status}`);
      return JSON.parse(await readBody(response, MAX_BYTES));
    },
  };
}

import type { Answer } from '@nexus/contracts/testing';
import type { Statement } from '@nexus/kit/database';
import { createIdle } from '@nexus/kit/testing/idle';
import { type GraphOptions, type GraphServices, startServices } from './graph-services.ts';

/** The whole product on a database of its own: three subgraphs and the gateway, over HTTP. */
export type TestGraph = {
  url: string;
  /** Where each subgraph answers. */
  subgraphUrls: Readonly<Record<string, string>>;
  adminUrl: string;
  /** Posts an operation to the gateway, with an access token or anonymously. */
  ask(query: string, variables?: object, token?: string): Promise<Answer>;
  /** What each subgraph asked of Postgres since the last `ask` began. */
  statements: Record<string, Statement[]>;
} & AsyncDisposable;

const idle = createIdle<GraphServices>();
const ORDINARY = 'graph';

/**
 * Starts it; everything leaves with the scope. The ordinary graph is emptied then, and serves the next who asks for one:
 * one that differs ends.
 */
export async function startTestGraph(options: GraphOptions = {}): Promise<TestGraph> {
  const isOrdinary = Object.keys(options).length === 0;
  const services = (isOrdinary && idle.take(ORDINARY)) || (await startServices(options));
  const { url, subgraphUrls, adminUrl, statements } = services;
  return {
    url,
    subgraphUrls,
    adminUrl,
    statements,
    ask: async (query, variables = {}, token = undefined) => {
      for (const heard of Object.values(statements)) heard.length = 0;
      return await postGraphql(`${url}/graphql`, { query, variables }, token);
    },
    [Symbol.asyncDispose]: () => (isOrdinary ? idle.put(ORDINARY, services) : services.end()),
  };
}

/** One GraphQL request over HTTP. */
export async function postGraphql(url: string, body: object, token?: string): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Answer;
}

import { CLIENT_IP, CLIENT_USER_AGENT, MAX_USER_AGENT_LENGTH, REQUEST_ID } from '@nexus/kit/headers';
import { StartupError } from '@nexus/kit/startup-error';
import type { RequestContext } from '../http/request-context.ts';
import { createAssertions } from './assertions.ts';

/** Made by us or by HTTP for each hop; what a client says in them is not for a subgraph. */
const NEVER_PASSED_ON = new Set([
  ...[REQUEST_ID, CLIENT_IP, CLIENT_USER_AGENT],
  ...['accept', 'accept-encoding', 'connection', 'content-encoding', 'content-length', 'content-type', 'expect'],
  ...['host', 'keep-alive', 'proxy-authorization', 'te', 'trailer', 'transfer-encoding', 'upgrade'],
]);

export type RequestHeaders = {
  /** Headers of the client, by the subgraph's rule: names and values in turn. */
  passedOn(context: RequestContext): string[];
  /** Headers made here, names and values in turn. */
  made(context: RequestContext): string[] | Promise<string[]>;
};

type Rule = { subgraph: string; assertionKey: Uint8Array | undefined; names: readonly string[] };

/** The headers that a subgraph gets: ours, and those of the client that its rule names. A StartupError refuses a rule. */
export function createRequestHeaders({ subgraph, assertionKey, names }: Rule): RequestHeaders {
  const allowed = names.map((name) => name.toLowerCase());
  const refused = allowed.find((name) => NEVER_PASSED_ON.has(name) || (assertionKey && name === 'authorization'));
  if (refused !== undefined) {
    throw new StartupError(
      `The header "${refused}" of clients cannot be passed on to ${subgraph}: the gateway sets it.`,
    );
  }
  const assertionOf = assertionKey && createAssertions(subgraph, assertionKey);

  return {
    passedOn: ({ headers = {} }) =>
      allowed.flatMap((name) => {
        const value = headers[name];
        return value === undefined ? [] : [name, Array.isArray(value) ? value.join(', ') : value];
      }),
    made(context) {
      const assertion = assertionOf?.(context.viewer);
      return assertion instanceof Promise
        ? assertion.then((signed) => make(context, signed))
        : make(context, assertion);
    },
  };
}

function make({ requestId, client }: RequestContext, assertion: string | undefined): string[] {
  const headers = ['accept', 'application/json', 'content-type', 'application/json', REQUEST_ID, requestId];
  headers.push(CLIENT_IP, client.ip);
  if (client.userAgent) headers.push(CLIENT_USER_AGENT, client.userAgent.slice(0, MAX_USER_AGENT_LENGTH));
  if (assertion !== undefined) headers.push('authorization', `Bearer ${assertion}`);
  return headers;
}

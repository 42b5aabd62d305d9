import { signAssertion } from '@nexus/contracts/viewer';
import type { RequestContext } from '../http/request-context.ts';

const MAX_USER_AGENT = 255;

/** All headers a subgraph gets. They are made here: no header of a client is ever passed on by its name. */
export async function headersFor(
  subgraph: string,
  { requestId, viewer, client }: RequestContext,
  assertionKey?: Uint8Array,
): Promise<Record<string, string>> {
  return {
    accept: 'application/json',
    'content-type': 'application/json',
    'x-request-id': requestId,
    'x-client-ip': client.ip,
    ...(client.userAgent && { 'x-client-user-agent': client.userAgent.slice(0, MAX_USER_AGENT) }),
    ...(assertionKey && { authorization: `Bearer ${await signAssertion(assertionKey, subgraph, viewer)}` }),
  };
}

import { signAssertion } from '@nexus/contracts/viewer';
import { CLIENT_IP, CLIENT_USER_AGENT, MAX_USER_AGENT_LENGTH, REQUEST_ID } from '@nexus/kit/headers';
import type { RequestContext } from '../http/request-context.ts';

/** All headers a subgraph gets. They are made here: no header of a client is ever passed on by its name. */
export async function headersFor(
  subgraph: string,
  { requestId, viewer, client }: RequestContext,
  assertionKey?: Uint8Array,
): Promise<Record<string, string>> {
  return {
    accept: 'application/json',
    'content-type': 'application/json',
    [REQUEST_ID]: requestId,
    [CLIENT_IP]: client.ip,
    ...(client.userAgent && { [CLIENT_USER_AGENT]: client.userAgent.slice(0, MAX_USER_AGENT_LENGTH) }),
    ...(assertionKey && { authorization: `Bearer ${await signAssertion(assertionKey, subgraph, viewer)}` }),
  };
}

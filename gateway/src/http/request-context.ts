import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Viewer } from '@nexus/contracts/viewer';
import { REQUEST_ID } from '@nexus/kit/headers';

/** What the gateway itself knows about one request; nothing in it is copied unchecked from a client. */
export type RequestContext = {
  requestId: string;
  viewer: Viewer | undefined;
  client: { ip: string; userAgent: string | undefined };
};

/** The request being answered, for error masking: Apollo's `formatError` is not told. */
export const requestScope: AsyncLocalStorage<RequestContext> = new AsyncLocalStorage();

const CLIENT_REQUEST_ID = /^[\w-]{8,64}$/;

/** The client's `x-request-id` when it is a plain token of 8 to 64 characters, else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers[REQUEST_ID];
  return typeof given === 'string' && CLIENT_REQUEST_ID.test(given) ? given : randomUUID();
}

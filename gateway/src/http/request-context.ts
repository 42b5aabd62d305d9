import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Viewer } from '@nexus/contracts/viewer';
import { REQUEST_ID } from '@nexus/kit/headers';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What the gateway itself knows about one request; only `headers` is copied unchecked from a client. */
export type RequestContext = {
  requestId: string;
  viewer: Viewer | undefined;
  client: { ip: string; userAgent: string | undefined };
  /** As the client sent them; a subgraph gets only those that its rule names. */
  headers?: IncomingHttpHeaders;
  /** What subgraphs add to our answer, as far as their rules let them. */
  responseHeaders?: Record<string, string | string[]>;
  /** Aborted when the client leaves before it has its answer. */
  signal?: AbortSignal;
  /** When a request is given up, in milliseconds of `performance.now()`. */
  deadline?: number;
};

/**
 * The context of a request that has arrived; its fetches may take so many milliseconds together. Apollo Server hands on a
 * copy: what others add to goes by reference.
 */
export function createContext(
  request: FastifyRequest,
  { raw: response }: FastifyReply,
  { viewer, fetchMs }: { viewer: Viewer | undefined; fetchMs: number },
) {
  const left = new AbortController();
  response.once('close', () => {
    if (!response.writableEnded) left.abort();
  });
  return {
    requestId: request.id,
    viewer,
    client: { ip: request.ip, userAgent: request.headers['user-agent'] },
    headers: request.headers,
    responseHeaders: {},
    signal: left.signal,
    deadline: performance.now() + fetchMs,
  } satisfies RequestContext;
}

/** The request being answered, for error masking: Apollo's `formatError` is not told. */
export const requestScope: AsyncLocalStorage<RequestContext> = new AsyncLocalStorage();

const CLIENT_REQUEST_ID = /^[\w-]{8,64}$/;

/** The client's `x-request-id` when it is a plain token of 8 to 64 characters, else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers[REQUEST_ID];
  return typeof given === 'string' && CLIENT_REQUEST_ID.test(given) ? given : randomUUID();
}

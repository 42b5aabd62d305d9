import type { Logger } from '@nexus/kit/log';
import { StartupError } from '@nexus/kit/startup-error';
import Fastify, { type FastifyInstance } from 'fastify';
import { BODY_BYTES, HEAD_MS, REQUEST_MS } from '../protection/limits.ts';
import { answerBrokenHttp } from './broken-http.ts';
import { answerErrorsAsGraphql, sendError } from './http-errors.ts';
import { requestIdOf } from './request-context.ts';

/** The HTTP server without routes: limits, request ids, safe headers, and errors in GraphQL's shape. */
export function createApp(logger: Logger): FastifyInstance {
  const app = Fastify({
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_MS,
    http: { headersTimeout: HEAD_MS, connectionsCheckingInterval: 1_000 },
    requestIdHeader: false,
    genReqId: requestIdOf,
    // A kept-alive connection may bring one more request while we close; it is answered, not refused.
    return503OnClosing: false,
    clientErrorHandler: answerBrokenHttp,
    frameworkErrors: (_, request, reply) => {
      sendError(request, reply, { status: 400, code: 'BAD_REQUEST', message: 'The address could not be read.' });
    },
  });
  // Anything but JSON is a form a browser may send across sites without asking.
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });
  answerErrorsAsGraphql(app, logger);
  return app;
}

/** Listens and returns the origin (`http://127.0.0.1:4000`), or says in one sentence why not. */
export async function listen(app: FastifyInstance, { host, port }: { host: string; port: number }): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE')
      throw new StartupError(`Port ${port} (gateway) is taken. Stop what uses it or set another port.`);
    if (code === 'EACCES')
      throw new StartupError(`Port ${port} (gateway) is not allowed for this user. Set a port above 1023.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new StartupError(`${host} is not an address of this machine.`);
    throw error;
  }
}

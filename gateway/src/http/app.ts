import { REQUEST_ID } from '@nexus/kit/headers';
import type { Logger } from '@nexus/kit/log';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Limits } from '../protection/limits.ts';
import { requirePlainUtf8 } from './body-encoding.ts';
import { answerBrokenHttp } from './broken-http.ts';
import { answerErrorsAsGraphql, sendError } from './http-errors.ts';
import { requestIdOf } from './request-context.ts';

/** The HTTP server without routes: limits, request ids, safe headers, and errors in GraphQL's shape. */
export function createApp(logger: Logger, trustedProxies: string | undefined, limits: Limits): FastifyInstance {
  const app = Fastify({
    bodyLimit: limits.bodyBytes,
    trustProxy: trustedProxies ?? false,
    requestTimeout: limits.requestMs,
    http: { headersTimeout: limits.headMs, connectionsCheckingInterval: 1_000 },
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
  app.addHook('onRequest', (request, reply, done) => {
    reply
      .header(REQUEST_ID, request.id)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer');
    done();
  });
  app.addHook('preParsing', async ({ headers }) => requirePlainUtf8(headers));
  app.addHook('onSend', async (_, { raw: response }) => {
    // Node destroys the socket then. Not a limit of the whole connection: a mutation may take longer than that.
    response.setTimeout(limits.sendMs);
  });
  if (logger.isLevelEnabled('info')) tellOfRequests(app, logger);
  answerErrorsAsGraphql(app, logger);
  return app;
}

function tellOfRequests(app: FastifyInstance, logger: Logger): void {
  app.addHook('onResponse', (request, reply, done) => {
    // Without the query string: a GET carries the operation and its variables in it.
    const [path] = request.url.split('?', 1);
    const ms = Math.round(reply.elapsedTime);
    logger.info({ requestId: request.id, method: request.method, path, status: reply.statusCode, ms }, 'answered');
    done();
  });
}

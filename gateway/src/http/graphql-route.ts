import { Readable } from 'node:stream';
import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from '@apollo/server';
import cors from '@fastify/cors';
import { REQUEST_ID } from '@nexus/kit/headers';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Limits } from '../protection/limits.ts';
import type { Identify } from '../viewer/access-token.ts';
import { answerTypeFor } from './accept.ts';
import { COMPRESS_FROM, compress, encodingFor } from './compression.ts';
import { statusOf } from './graphql-over-http.ts';
import { sendError } from './http-errors.ts';
import { createContext, type RequestContext, requestScope } from './request-context.ts';

type GraphqlRoute = {
  apollo: ApolloServer<RequestContext>;
  identify: Identify | undefined;
  /** Web sites that may call us from a browser. */
  allowedOrigins: string[];
  limits: Pick<Limits, 'fetchMs'>;
};

/** Serves GraphQL over HTTP at `/graphql`, and answers 405 to methods that GraphQL does not use. */
export function addGraphql(app: FastifyInstance, route: GraphqlRoute): void {
  const { apollo, identify, allowedOrigins, limits } = route;
  // A scope of its own, so that other sites may call this route and no other.
  app.register((scope, _, done) => {
    if (allowedOrigins.length > 0) {
      scope.register(cors, { origin: allowedOrigins, exposedHeaders: [REQUEST_ID], hideOptionsRoute: true });
    }
    scope.route({
      method: ['GET', 'POST'],
      url: '/graphql',
      handler: async (request, reply) => {
        const httpGraphQLRequest = toGraphqlRequest(request);
        const viewer = await identify?.(request.headers.authorization);
        const context = createContext(request, reply, { viewer, fetchMs: limits.fetchMs });
        const answer = await requestScope.run(context, () =>
          apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => context }),
        );
        reply.code(statusOf(httpGraphQLRequest, answer));
        for (const [name, value] of answer.headers) reply.header(name, value);
        // After Apollo Server's: it says `no-store` of every answer, a subgraph's rule may say more.
        reply.headers(context.responseHeaders);
        return sendCompressed(request, reply, answer.body);
      },
    });
    scope.route({ method: ['PUT', 'PATCH', 'DELETE', 'OPTIONS'], url: '/graphql', handler: refuseMethod });
    done();
  });
}

const METHODS = 'GET, POST';

const refuseMethod = (request: FastifyRequest, reply: FastifyReply) =>
  sendError(request, reply, {
    status: 405,
    code: 'BAD_REQUEST',
    message: `GraphQL is asked by ${METHODS}.`,
    headers: { allow: METHODS },
  });

type Body = HTTPGraphQLResponse['body'];

function sendAsIs(body: Body) {
  if (body.kind === 'chunked') return Readable.from(body.asyncIterator);
  // Node would copy a text twice more: to know its length, and to put the head before it.
  return body.string.length < COMPRESS_FROM ? body.string : bytesOf(body.string);
}

const encoder = new TextEncoder();

/** A text in UTF-8, in a third of the time of `Buffer.from` where it is all ASCII, as most are. */
function bytesOf(text: string): Buffer {
  const bytes = Buffer.allocUnsafeSlow(text.length);
  const { read } = encoder.encodeInto(text, bytes);
  return read === text.length ? bytes : Buffer.from(text);
}

function sendCompressed(request: FastifyRequest, reply: FastifyReply, body: Body) {
  if (body.kind === 'chunked' || body.string.length < COMPRESS_FROM) return sendAsIs(body);
  const vary = reply.getHeader('vary');
  reply.header('vary', vary === undefined ? 'accept-encoding' : `${vary}, accept-encoding`);
  const encoding = encodingFor(request.headers['accept-encoding']);
  if (encoding === undefined) return sendAsIs(body);
  reply.header('content-encoding', encoding);
  return compress(body.string, encoding);
}

function toGraphqlRequest({ method, headers, body, url }: FastifyRequest): HTTPGraphQLRequest {
  const given = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) given.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const type = answerTypeFor(headers.accept);
  // JSON is what Apollo Server answers to who asks for nothing: it need not negotiate twice more.
  given.set('accept', type === 'application/json' ? '' : type);
  const query = url.indexOf('?');
  return { method, headers: given, body, search: query === -1 ? '' : url.slice(query) };
}

import { Readable } from 'node:stream';
import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import cors from '@fastify/cors';
import { REQUEST_ID } from '@nexus/kit/headers';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Identify } from '../viewer/access-token.ts';
import { statusOf } from './graphql-over-http.ts';
import { type RequestContext, requestScope } from './request-context.ts';

type GraphqlRoute = {
  apollo: ApolloServer<RequestContext>;
  identify: Identify | undefined;
  /** Web sites that may call us from a browser. */
  allowedOrigins: string[];
};

/** Serves GraphQL over HTTP at `/graphql`. Methods that GraphQL does not use are answered 405 by Apollo Server. */
export function addGraphql(app: FastifyInstance, { apollo, identify, allowedOrigins }: GraphqlRoute): void {
  // A scope of its own, so that other sites may call this route and no other.
  app.register((scope, _, done) => {
    if (allowedOrigins.length > 0) {
      scope.register(cors, { origin: allowedOrigins, exposedHeaders: [REQUEST_ID], hideOptionsRoute: true });
    }
    scope.route({
      method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      url: '/graphql',
      handler: async (request, reply) => {
        const context = await contextOf(request, identify);
        const httpGraphQLRequest = toGraphqlRequest(request);
        const answer = await requestScope.run(context, () =>
          apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => context }),
        );
        reply.code(statusOf(httpGraphQLRequest, answer)).headers(Object.fromEntries(answer.headers));
        return answer.body.kind === 'complete' ? answer.body.string : Readable.from(answer.body.asyncIterator);
      },
    });
    done();
  });
}

async function contextOf(request: FastifyRequest, identify: Identify | undefined): Promise<RequestContext> {
  return {
    requestId: request.id,
    viewer: await identify?.(request.headers.authorization),
    client: { ip: request.ip, userAgent: request.headers['user-agent'] },
  };
}

function toGraphqlRequest({ method, headers, body, url }: FastifyRequest): HTTPGraphQLRequest {
  const given = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) given.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const query = url.indexOf('?');
  return { method, headers: given, body, search: query === -1 ? '' : url.slice(query) };
}

import type { ApolloServerPlugin, BaseContext, HTTPGraphQLRequest, HTTPGraphQLResponse } from '@apollo/server';

/** What is wrong with a document or its variables, found before anything is executed. */
const DOCUMENT_ERRORS: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'OPERATION_TOO_LARGE',
  'BAD_USER_INPUT',
]);

const refusedDocuments = new WeakSet<HTTPGraphQLRequest>();

/** Notes which requests had a refused document, for `statusOf`. */
export const noteRefusedDocuments: ApolloServerPlugin<BaseContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response }) {
        if (response.body.kind !== 'single' || !request.http) return;
        const { data, errors = [] } = response.body.singleResult;
        const isRefused = data === undefined && errors.every(({ extensions }) => DOCUMENT_ERRORS.has(extensions?.code));
        if (isRefused) refusedDocuments.add(request.http);
      },
    };
  },
};

/**
 * The HTTP status of an answer. GraphQL over HTTP wants 200 for a refused document in `application/json`, where
 * proxies may replace other bodies, and the true status in `application/graphql-response+json`.
 */
export function statusOf(request: HTTPGraphQLRequest, { headers, status = 200 }: HTTPGraphQLResponse): number {
  const isLegacyType = headers.get('content-type')?.startsWith('application/json') ?? false;
  return isLegacyType && refusedDocuments.has(request) ? 200 : status;
}

import type {
  ApolloServerPlugin,
  BaseContext,
  GraphQLRequestListener,
  HTTPGraphQLRequest,
  HTTPGraphQLResponse,
} from '@apollo/server';

/** What is wrong with a document or its variables, found before anything is executed. */
const DOCUMENT_ERRORS: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'OPERATION_TOO_LARGE',
  'OPERATION_TOO_COMPLEX',
  'BAD_USER_INPUT',
]);

const refusedDocuments = new WeakSet<HTTPGraphQLRequest>();

/** Notes which requests had a refused document, for `statusOf`: what fails later has a path or another code. */
export const noteRefusedDocuments: ApolloServerPlugin<BaseContext> = {
  requestDidStart: async () => noteListener,
};

const noteListener: GraphQLRequestListener<BaseContext> = {
  async didEncounterErrors({ request, errors }) {
    const isRefused = errors.every(({ path, extensions }) => !path && DOCUMENT_ERRORS.has(extensions.code));
    if (isRefused && request.http) refusedDocuments.add(request.http);
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

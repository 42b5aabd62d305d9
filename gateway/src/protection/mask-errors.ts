import { unwrapResolverError } from '@apollo/server/errors';
import { REFUSAL_CODES } from '@nexus/kit/errors';
import type { Logger } from '@nexus/kit/log';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type RequestContext, requestScope } from '../http/request-context.ts';

const UNREACHED: ReadonlySet<unknown> = new Set(['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT', 'SUBGRAPH_BAD_RESPONSE']);

/** What a subgraph may tell a client, and what the gateway may. Every other error is shown as "Internal error". */
const SUBGRAPH_CODES: ReadonlySet<unknown> = new Set(REFUSAL_CODES);
const GATEWAY_CODES: ReadonlySet<unknown> = new Set([
  ...REFUSAL_CODES,
  ...UNREACHED,
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'OPERATION_TOO_COMPLEX',
  'OPERATION_TOO_LARGE',
  'PERSISTED_QUERY_ID_REQUIRED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_IN_LIST',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'QUERY_NOT_IN_SAFELIST',
  'SERVICE_UNAVAILABLE',
  'UNAUTHORIZED_FIELD_OR_TYPE',
]);
const TOLD_DETAILS = ['inputPath', 'retryAfterSeconds'] as const;

/** A failing subgraph can make thousands of errors of one request; the first few tell what there is to know. */
const LOGGED_PER_REQUEST = 5;

type Extensions = Record<string, unknown>;
type Mask = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** Apollo's `formatError`: allowed codes keep their message, all others are logged and become "Internal error". */
export function createErrorMask({ isDevelopment, logger }: { isDevelopment: boolean; logger: Logger }): Mask {
  const log = createFailureLog(logger);

  return (formatted, error) => {
    const request = requestScope.getStore();
    const { path, locations, extensions = {} } = formatted;
    const code = publicCode(extensions, error);
    const isFailure = code === undefined || UNREACHED.has(code);
    if (isFailure && !isLeft(request, extensions)) log(request, { code, extensions, error });
    const told: Extensions = { code: code ?? 'INTERNAL_SERVER_ERROR' };
    for (const name of TOLD_DETAILS) if (name in extensions) told[name] = extensions[name];
    if (isDevelopment) told.subgraph = subgraphOf(extensions);
    told.requestId = request?.requestId;
    const message = code === undefined ? 'Internal error' : formatted.message;
    return {
      message: shortened(isDevelopment ? message : withoutSuggestion(message)),
      ...(locations && { locations }),
      ...(path && { path }),
      extensions: told,
    };
  };
}

function publicCode(extensions: Extensions, error: unknown): string | undefined {
  const code = String(extensions.code);
  if (isReported(extensions)) return SUBGRAPH_CODES.has(code) ? code : undefined;
  if (GATEWAY_CODES.has(code)) return code;
  return isRefusedByApollo(error) ? 'BAD_REQUEST' : undefined;
}

/** Whether a call ended because the client left: no failure of the subgraph, and a client could fill the log with it. */
const isLeft = (request: RequestContext | undefined, { isAbandoned }: Extensions): boolean =>
  isAbandoned === true && request?.signal?.aborted === true;

/** Whether a subgraph said it: such errors have a `serviceName`, our own failures name a `subgraph`. */
const isReported = (extensions: Extensions) => 'serviceName' in extensions;
const subgraphOf = ({ subgraph, serviceName }: Extensions) => subgraph ?? serviceName;

/** graphql-js prints a value that it refuses, whatever its length. */
const MAX_MESSAGE = 1_000;

const shortened = (message: string) => (message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE)}…` : message);

/** graphql-js ends its sentences with the names that it has instead: `Did you mean "title"?` */
function withoutSuggestion(message: string): string {
  const start = message.endsWith('?') ? message.lastIndexOf('Did you mean ') : -1;
  return start === -1 ? message : message.slice(0, start).trimEnd();
}

/** Apollo Server answers some requests 4xx without a code (a persisted query whose hash does not match). */
function isRefusedByApollo(error: unknown): boolean {
  const http: unknown = error instanceof GraphQLError ? error.extensions.http : undefined;
  const status = typeof http === 'object' && http !== null && 'status' in http ? http.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500;
}

type Failure = { code: string | undefined; extensions: Extensions; error: unknown };

function createFailureLog(logger: Logger): (request: RequestContext | undefined, failure: Failure) => void {
  const logged = new WeakMap<RequestContext, number>();

  return (request, { code, extensions, error }) => {
    const before = (request && logged.get(request)) ?? 0;
    if (before >= LOGGED_PER_REQUEST) return;
    if (request) logged.set(request, before + 1);
    const isLast = before + 1 === LOGGED_PER_REQUEST && { note: 'further errors of this request are not logged' };
    const subgraph = subgraphOf(extensions);
    const details = { code, requestId: request?.requestId, subgraph, err: unwrapResolverError(error), ...isLast };
    if (code === undefined) logger.error(details, 'a request failed unexpectedly');
    else logger.warn(details, 'a subgraph did not answer');
  };
}

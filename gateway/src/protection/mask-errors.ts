import { unwrapResolverError } from '@apollo/server/errors';
import { REFUSAL_CODES } from '@nexus/kit/errors';
import type { Logger } from '@nexus/kit/log';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { requestScope } from '../http/request-context.ts';

const UNREACHED = ['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT'] as const;

/** What a subgraph may tell a client, and what the gateway may. Every other error is shown as "Internal error". */
const SUBGRAPH_CODES: ReadonlySet<unknown> = new Set(REFUSAL_CODES);
const GATEWAY_CODES: ReadonlySet<unknown> = new Set([
  ...REFUSAL_CODES,
  ...UNREACHED,
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'OPERATION_TOO_LARGE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);
const TOLD_DETAILS = ['inputPath', 'retryAfterSeconds'] as const;

type Mask = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** Apollo's `formatError`: allowed codes keep their message, all others are logged and become "Internal error". */
export function createErrorMask({ isDevelopment, logger }: { isDevelopment: boolean; logger: Logger }): Mask {
  return (formatted, error) => {
    const requestId = requestScope.getStore()?.requestId;
    const { path, locations, extensions = {} } = formatted;
    const code = publicCode(formatted, error);
    logFailure(logger, { code, requestId, subgraph: subgraphOf(extensions), err: unwrapResolverError(error) });
    return {
      message: code === undefined ? 'Internal error' : formatted.message,
      ...(locations && { locations }),
      ...(path && { path }),
      extensions: {
        code: code ?? 'INTERNAL_SERVER_ERROR',
        ...Object.fromEntries(
          TOLD_DETAILS.filter((name) => name in extensions).map((name) => [name, extensions[name]]),
        ),
        ...(isDevelopment && { subgraph: subgraphOf(extensions) }),
        requestId,
      },
    };
  };
}

function publicCode({ extensions = {} }: GraphQLFormattedError, error: unknown): string | undefined {
  const code = String(extensions.code);
  if (isReported(extensions)) return SUBGRAPH_CODES.has(code) ? code : undefined;
  if (GATEWAY_CODES.has(code)) return code;
  return isRefusedByApollo(error) ? 'BAD_REQUEST' : undefined;
}

/** Whether a subgraph said it: Apollo's executor marks those with `serviceName`, our own failures name a `subgraph`. */
const isReported = (extensions: Record<string, unknown>) => 'serviceName' in extensions;
const subgraphOf = ({ subgraph, serviceName }: Record<string, unknown>) => subgraph ?? serviceName;

/** Apollo Server answers some requests 4xx without a code (a persisted query whose hash does not match). */
function isRefusedByApollo(error: unknown): boolean {
  const http: unknown = error instanceof GraphQLError ? error.extensions.http : undefined;
  const status = typeof http === 'object' && http !== null && 'status' in http ? http.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500;
}

type Failure = { code: string | undefined; requestId: string | undefined; subgraph: unknown; err: unknown };

function logFailure(logger: Logger, failure: Failure): void {
  if (failure.code === undefined) logger.error(failure, 'a request failed unexpectedly');
  else if (UNREACHED.some((unreached) => unreached === failure.code)) logger.warn(failure, 'a subgraph did not answer');
}

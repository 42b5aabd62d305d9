import type { Logger } from '@nexus/kit/log';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

type RefusalDetail = { status: number; code: string; message: string; headers?: Readonly<Record<string, string>> };

/** A whole request refused before it is GraphQL, told to the client as it is. */
export class HttpRefusal extends Error {
  readonly detail: RefusalDetail;

  constructor(detail: RefusalDetail) {
    super(detail.message);
    this.detail = detail;
  }
}

const NOT_JSON = { status: 400, code: 'BAD_REQUEST', message: 'The request body is not valid JSON.' };

const tooLarge = (limit: number): RefusalDetail => ({
  status: 413,
  code: 'PAYLOAD_TOO_LARGE',
  message: `The request body is larger than ${limit / 1_024} KiB.`,
});

const FRAMEWORK_REFUSALS: Readonly<Record<string, RefusalDetail>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: 'The request body must be application/json.',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: { status: 400, code: 'BAD_REQUEST', message: 'The request body is empty.' },
  FST_ERR_CTP_INVALID_JSON_BODY: NOT_JSON,
};

/** Answers every error outside GraphQL in GraphQL's shape: `{errors: [{message, extensions: {code, requestId}}]}`. */
export function answerErrorsAsGraphql(app: FastifyInstance, logger: Logger): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const detail = detailOf(error, app.initialConfig.bodyLimit);
    if (detail.status === 500) logger.error({ err: error, requestId: request.id }, 'a request failed unexpectedly');
    return sendError(request, reply, detail);
  });
  app.setNotFoundHandler((request, reply) =>
    sendError(request, reply, {
      status: 404,
      code: 'NOT_FOUND',
      message: 'There is nothing here. The API is at /graphql.',
    }),
  );
}

/** Sends one error as a GraphQL response. */
export function sendError(request: FastifyRequest, reply: FastifyReply, detail: RefusalDetail): FastifyReply {
  const { status, code, message, headers = {} } = detail;
  return reply
    .code(status)
    .headers(headers)
    .send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
}

function detailOf(error: FastifyError, bodyLimit = 0): RefusalDetail {
  if (error instanceof HttpRefusal) return error.detail;
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return tooLarge(bodyLimit);
  const known = FRAMEWORK_REFUSALS[error.code];
  if (known) return known;
  // secure-json-parse throws a plain SyntaxError for `__proto__` keys.
  if (error instanceof SyntaxError) return NOT_JSON;
  const { statusCode = 500 } = error;
  if (statusCode >= 400 && statusCode < 500) {
    return { status: statusCode, code: 'BAD_REQUEST', message: 'The request could not be read.' };
  }
  return { status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'Internal error' };
}

import type { GraphQLFormattedError } from 'graphql';
import type { SubgraphAnswer } from '../executor/transport.ts';
import { parseBounded } from './bounded-json.ts';
import { CallFailure } from './call-failure.ts';

/** The rest of a flood of errors is not kept: each costs the client and us, and says nothing new. */
const MAX_ERRORS = 100;

/** What one error may say: text in characters, paths in parts. Longer text is cut, a longer path is none. */
const MAX_TEXT = 1_000;
const MAX_PARTS = 100;
const MAX_RETRY_SECONDS = 86_400;

/**
 * Reads a GraphQL result from a body: `data` is an object, or null with a reason in `errors`. Anything else is a bad
 * response. Unknown error extensions are dropped.
 */
export function readAnswer(text: string): SubgraphAnswer {
  const result = parse(text);
  const { data = null, errors } = isRecord(result) ? result : {};
  const told: unknown = errors ?? [];
  if (!Array.isArray(told) || !told.every(isError)) throw notGraphql('`errors` is no list of errors');
  if (data === null ? told.length === 0 : !isRecord(data)) throw notGraphql('`data` is no object');
  return { data: isRecord(data) ? data : null, errors: told.slice(0, MAX_ERRORS).map(readError) };
}

const notGraphql = (reason: string) => new CallFailure('bad response', new Error(`answered no GraphQL: ${reason}`));

function parse(text: string): unknown {
  try {
    return parseBounded(text);
  } catch (cause) {
    throw new CallFailure('bad response', cause);
  }
}

type ReportedError = { message: string; path?: unknown; extensions?: unknown };

const isError = (error: unknown): error is ReportedError => isRecord(error) && typeof error.message === 'string';

function readError({ message, path, extensions }: ReportedError): GraphQLFormattedError {
  return {
    message: message.length > MAX_TEXT ? `${message.slice(0, MAX_TEXT)}…` : message,
    ...(isPath(path) && { path }),
    // Nothing else passes: `extensions.http`, for one, would let a subgraph set our status and headers.
    extensions: readExtensions(isRecord(extensions) ? extensions : {}, message),
  };
}

function readExtensions({ code, inputPath, retryAfterSeconds }: Record<string, unknown>, message: string) {
  return {
    ...(typeof code === 'string' && { code: isBadLiteral(code, message) ? 'BAD_USER_INPUT' : code }),
    ...(isPath(inputPath) && { inputPath }),
    ...(isWait(retryAfterSeconds) && { retryAfterSeconds }),
  };
}

/** How graphql-js says that a document does not fit a schema: the subgraph is older or newer than the supergraph. */
const OTHER_SCHEMA = /^(Cannot query field|Unknown |Field "|Fragment |Variable "|Directive "|Argument )/;

/**
 * A custom scalar written as a literal is read by its subgraph only, whose validation then refuses our operation with
 * the scalar's own words. All else that a client could get wrong, the gateway's validation has refused before.
 */
function isBadLiteral(code: string, message: string): boolean {
  return code === 'GRAPHQL_VALIDATION_FAILED' && !OTHER_SCHEMA.test(message);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWait = (seconds: unknown): seconds is number =>
  typeof seconds === 'number' && seconds >= 0 && seconds <= MAX_RETRY_SECONDS;

const isPath = (value: unknown): value is (string | number)[] =>
  Array.isArray(value) && value.length <= MAX_PARTS && value.every(isPart);

const isPart = (part: unknown): part is string | number =>
  (typeof part === 'string' && part.length <= MAX_TEXT) || (Number.isSafeInteger(part) && Number(part) >= 0);

import type { GraphQLFormattedError } from 'graphql';

export type SubgraphAnswer = { data?: Record<string, unknown> | null; errors?: GraphQLFormattedError[] };

/** Reads a GraphQL result from a subgraph's body; undefined when it is none. Unknown error extensions are dropped. */
export function readAnswer(text: string): SubgraphAnswer | undefined {
  const result = parseJson(text);
  if (!isRecord(result)) return undefined;
  const { data, errors } = result;
  if (!isRecord(data) && !Array.isArray(errors)) return undefined;
  return {
    ...((isRecord(data) || data === null) && { data }),
    ...(Array.isArray(errors) && { errors: errors.map(readError) }),
  };
}

function readError(error: unknown): GraphQLFormattedError {
  const { message, path, extensions } = isRecord(error) ? error : {};
  const told = typeof message === 'string' ? message : '';
  return {
    message: told,
    ...(isPath(path) && { path }),
    // Nothing else passes: `extensions.http`, for one, would let a subgraph set our status and headers.
    extensions: readExtensions(isRecord(extensions) ? extensions : {}, told),
  };
}

function readExtensions({ code, inputPath, retryAfterSeconds }: Record<string, unknown>, message: string) {
  return {
    ...(typeof code === 'string' && { code: isBadLiteral(code, message) ? 'BAD_USER_INPUT' : code }),
    ...(Array.isArray(inputPath) && { inputPath }),
    ...(typeof retryAfterSeconds === 'number' && { retryAfterSeconds }),
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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPath = (value: unknown): value is (string | number)[] =>
  Array.isArray(value) && value.every((part) => typeof part === 'string' || typeof part === 'number');

import { createHash } from 'node:crypto';
import { type DocumentNode, type ExecutionResult, type GraphQLFormattedError, parse } from 'graphql';

export type Operation = {
  text: string;
  document: DocumentNode;
  variables: Readonly<Record<string, unknown>>;
};

export type Answer = {
  data: unknown;
  errors: readonly GraphQLFormattedError[];
  /** What the stock gateway says of values that are not as the schema promises. */
  valueCompletion: readonly GraphQLFormattedError[];
};

/** Whatever answers operations. */
export type Executor = (operation: Operation) => Promise<Answer>;

export const operationOf = (text: string, variables: Operation['variables'] = {}): Operation => ({
  text,
  document: parse(text),
  variables,
});

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A result as a client reads it. */
export function answerOf({ data = null, errors = [], extensions = {} }: ExecutionResult): Answer {
  // The stock gateway also puts exceptions among its errors, which have no JSON of their own.
  const told = errors.map(({ message, path, locations, extensions: more }) => ({
    message,
    path,
    locations,
    extensions: more,
  }));
  return JSON.parse(JSON.stringify({ data, errors: told, valueCompletion: extensions.valueCompletion ?? [] }));
}

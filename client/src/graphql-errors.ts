/** One error of an answer, as GraphQL over HTTP has it. */
export type AnswerError = { message: string; path?: readonly (string | number)[]; extensions?: { code?: string } };

/** An operation was answered with errors; the first says what the message says. */
export class GraphqlErrors extends Error {
  readonly errors: readonly AnswerError[];

  constructor(operation: string, errors: readonly AnswerError[]) {
    super(`${operation}: ${errors[0]?.message ?? 'refused'}`);
    this.name = 'GraphqlErrors';
    this.errors = errors;
  }
}

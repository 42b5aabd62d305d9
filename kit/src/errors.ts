import { GraphQLError } from 'graphql';

/** The closed list of what may go wrong on purpose. Everything else is a bug and is shown as INTERNAL_SERVER_ERROR. */
export const REFUSAL_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'RATE_LIMITED',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

type Detail = { inputPath?: string | undefined; retryAfterSeconds?: number };

/** A refusal: a sentence the caller can act on, its code, and where in the input it lies. */
export class Refusal extends GraphQLError {
  readonly code: RefusalCode;
  readonly inputPath: readonly string[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: RefusalCode, message: string, { inputPath, retryAfterSeconds }: Detail = {}) {
    super(message, {
      extensions: {
        code,
        ...(inputPath !== undefined && { inputPath: inputPath.split('.') }),
        ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
      },
    });
    this.code = code;
    this.inputPath = inputPath?.split('.');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export const unauthenticated = (message = 'Sign in first.') => new Refusal('UNAUTHENTICATED', message);
export const forbidden = (message: string) => new Refusal('FORBIDDEN', message);
export const notFound = (what: string, inputPath?: string) =>
  new Refusal('NOT_FOUND', `${what} was not found.`, { inputPath });
export const invalid = (inputPath: string, message: string) => new Refusal('BAD_USER_INPUT', message, { inputPath });
export const conflict = (message: string, inputPath?: string) => new Refusal('CONFLICT', message, { inputPath });
export const rateLimited = (retryAfterSeconds: number) =>
  new Refusal('RATE_LIMITED', `Too many tries. Try again in ${retryAfterSeconds} s.`, { retryAfterSeconds });

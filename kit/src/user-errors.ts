import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from 'graphql';
import { Refusal, type RefusalCode } from './errors.ts';

/** How a refusal that a form can fix looks in `userErrors`. Being signed out is not one: it stays a top-level error. */
const SHAPES: Partial<Record<RefusalCode, { typename: string; code: string }>> = {
  BAD_USER_INPUT: { typename: 'ValidationError', code: 'INVALID' },
  NOT_FOUND: { typename: 'NotFoundError', code: 'NOT_FOUND' },
  FORBIDDEN: { typename: 'ForbiddenError', code: 'FORBIDDEN' },
  CONFLICT: { typename: 'ConflictError', code: 'CONFLICT' },
  RATE_LIMITED: { typename: 'RateLimitError', code: 'RATE_LIMITED' },
};

/** Makes every mutation whose payload has `userErrors` answer refusals there instead of failing. */
export function answerRefusalsAsUserErrors(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const payload = getNamedType(field.type);
    if (isObjectType(payload) && payload.getFields().userErrors) {
      field.resolve = withUserErrors(field.resolve ?? defaultFieldResolver);
    }
  }
}

function withUserErrors(resolve: GraphQLFieldResolver<unknown, unknown>): GraphQLFieldResolver<unknown, unknown> {
  return async (...args) => {
    try {
      return await resolve(...args);
    } catch (error) {
      const shape = error instanceof Refusal ? SHAPES[error.code] : undefined;
      if (!(error instanceof Refusal) || !shape) throw error;
      const { message, inputPath, retryAfterSeconds } = error;
      return {
        userErrors: [
          { __typename: shape.typename, code: shape.code, message, path: inputPath ?? null, retryAfterSeconds },
        ],
      };
    }
  };
}

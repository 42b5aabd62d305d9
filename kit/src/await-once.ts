import type { GraphQLSchema } from 'graphql';
import { fieldsOf } from './guards.ts';

/**
 * Has every resolver that returns something to wait for give a promise of it. Drizzle sends a query anew whenever somebody
 * waits for it, and those that wait for a field are two: who executes the operation, and Apollo Server's plugins.
 */
export function awaitOnce(schema: GraphQLSchema): void {
  for (const [, field] of fieldsOf(schema)) {
    const { resolve } = field;
    if (resolve) field.resolve = (...asked) => promised(resolve(...asked));
  }
}

const promised = (value: unknown): unknown =>
  isThenable(value) && !(value instanceof Promise) ? Promise.resolve(value) : value;

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

import { GraphQLError } from 'graphql';

/** An operation refused before anything is executed, with a code and the HTTP status 400. */
export const refuse = (code: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } });

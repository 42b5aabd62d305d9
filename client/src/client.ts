import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Kind, print } from 'graphql';
import { type AnswerError, GraphqlErrors } from './graphql-errors.ts';
import { persistedIds } from './persisted-ids.generated.ts';

export type ClientOptions = {
  /** The gateway's address: `http://127.0.0.1:4000/graphql`. */
  url: string;
  /** The access token of whoever asks, or where it comes from; nobody without one. */
  token?: string | (() => string | undefined);
  /** Who sends the operations: the gateway's usage tells clients apart by it. */
  name?: string;
  version?: string;
  /** In place of the platform's. */
  fetch?: typeof fetch;
};

/** Variables may be left out where none has to be given. */
type Given<Variables> = Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables];

export type Client = {
  /** Runs an operation; what it answers is of the operation's type. Throws `GraphqlErrors` for errors in the answer. */
  ask<Result, Variables>(document: TypedDocumentNode<Result, Variables>, ...given: Given<Variables>): Promise<Result>;
};

/** Asks a gateway by the ids of operations; the text of one goes along only where the gateway does not know it yet. */
export function createClient(options: ClientOptions): Client {
  return {
    ask: async <Result, Variables>(
      document: TypedDocumentNode<Result, Variables>,
      ...[variables]: Given<Variables>
    ) => {
      const operationName = nameOf(document);
      const sha256Hash = persistedIds[operationName];
      const extensions = sha256Hash === undefined ? {} : { persistedQuery: { version: 1, sha256Hash } };
      const body = { operationName, variables, extensions };
      const query = () => print(document);

      const first = await post(options, sha256Hash === undefined ? { ...body, query: query() } : body);
      const answer = isUnknown(first) ? await post(options, { ...body, query: query() }) : first;
      if (answer.errors) throw new GraphqlErrors(operationName, answer.errors);
      // The document says what is answered, and the gateway keeps to it.
      return answer.data as Result;
    },
  };
}

type Answer = { data?: unknown; errors?: readonly AnswerError[] };

async function post({ url, token, name, version, ...options }: ClientOptions, body: object): Promise<Answer> {
  const bearer = typeof token === 'function' ? token() : token;
  const response = await (options.fetch ?? fetch)(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
      ...(name !== undefined && { 'apollographql-client-name': name }),
      ...(version !== undefined && { 'apollographql-client-version': version }),
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${url} answers ${response.status} and no JSON: ${text.slice(0, 200)}`);
  }
}

const isUnknown = ({ errors = [] }: Answer): boolean =>
  errors.some(({ extensions }) => extensions?.code === 'PERSISTED_QUERY_NOT_FOUND');

function nameOf({ definitions }: TypedDocumentNode<unknown, never>): string {
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation?.name) throw new Error('Only operations with a name are asked.');
  return operation.name.value;
}

import type { GraphQLRequest } from '@apollo/server';
import type { Logger } from '@nexus/kit/log';
import type { GraphQLError } from 'graphql';
import { refuse } from './refusals.ts';

/** Documents that were known before they were asked: `log` tells of any other, `enforce` refuses it. */
export type TrustedDocuments = {
  mode: 'log' | 'enforce';
  /** The text of each by its id, the SHA-256 of the text in hexadecimal. */
  documents: ReadonlyMap<string, string>;
};

/** Enough of a document to find it again. */
const LOGGED_CHARACTERS = 500;
/** What people write, or their passwords, where a client does not use variables. */
const TEXTS = /"""[\s\S]*?(?:"""|$)|"(?:\\.|[^"\\\n])*(?:"|$)/gm;

/** Puts a trusted document in the place of its id; the refusal of what is not trusted, if it is refused. */
export type ResolveDocument = (request: GraphQLRequest) => GraphQLError | undefined;

/**
 * A request names a trusted document by `documentId`, by `extensions.persistedQuery.sha256Hash`, or sends its text.
 * Codes are those of Apollo's routers.
 */
export function createResolveDocument({ mode, documents }: TrustedDocuments, logger: Logger): ResolveDocument {
  const texts = new Set(documents.values());

  return (request) => {
    const id = idOf(request);
    const text = id === undefined ? undefined : documents.get(id);
    if (text !== undefined && (request.query ?? text) === text) {
      request.query = text;
      delete request.extensions?.persistedQuery;
      return undefined;
    }
    if (request.query !== undefined && texts.has(request.query)) return undefined;
    if (mode === 'enforce') return request.query === undefined ? notListed(id) : notTrusted();
    const document = request.query?.replace(TEXTS, '"…"').slice(0, LOGGED_CHARACTERS);
    logger.warn({ id, operationName: request.operationName, document }, 'a document is not trusted');
    return undefined;
  };
}

function idOf({ http, extensions }: GraphQLRequest): string | undefined {
  const body: unknown = http?.body;
  const named: unknown =
    http?.method === 'GET'
      ? new URLSearchParams(http.search).get('documentId')
      : typeof body === 'object' && body !== null && 'documentId' in body && body.documentId;
  const id: unknown = typeof named === 'string' ? named : extensions?.persistedQuery?.sha256Hash;
  return typeof id === 'string' ? id : undefined;
}

const notListed = (id: string | undefined): GraphQLError =>
  id === undefined
    ? refuse('PERSISTED_QUERY_ID_REQUIRED', 'Only documents that this API knows are run: send the id of one.')
    : refuse('PERSISTED_QUERY_NOT_IN_LIST', 'No document of this id is known here.');

const notTrusted = (): GraphQLError =>
  refuse('QUERY_NOT_IN_SAFELIST', 'Only documents that this API knows are run, and this is none of them.');

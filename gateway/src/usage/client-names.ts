import type { IncomingHttpHeaders } from 'node:http';

/** A client as it calls itself; the same object for the same name and version. */
export type Client = { name: string; version: string };

/** Stands for clients whose names are too long or odd, and for those that are one too many. */
export const OTHER: Client = { name: 'other', version: '' };

const UNNAMED = 'unnamed';
/** Printable ASCII: what a header may carry and a report can show. */
const NAME = /^[\x20-\x7e]{1,64}$/;
const VERSION = /^[\x20-\x7e]{0,32}$/;

/**
 * Knows clients by the headers Apollo's clients send, at most so many of them: anybody may call themselves anything, and
 * a name for each request would fill the memory and the database.
 */
export function createClientNames(max: number): (headers: IncomingHttpHeaders | undefined) => Client {
  const known = new Map<string, Map<string, Client>>();
  let count = 0;

  function add(name: string, version: string): Client {
    if (count >= max || !NAME.test(name) || !VERSION.test(version)) return OTHER;
    count++;
    const client = { name, version };
    known.set(name, (known.get(name) ?? new Map<string, Client>()).set(version, client));
    return client;
  }

  return (headers) => {
    const name = textOf(headers?.['apollographql-client-name']) || UNNAMED;
    const version = textOf(headers?.['apollographql-client-version']);
    return known.get(name)?.get(version) ?? add(name, version);
  };
}

const textOf = (header: string | string[] | undefined): string => (typeof header === 'string' ? header : '');

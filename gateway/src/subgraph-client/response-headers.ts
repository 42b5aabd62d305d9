import type { IncomingHttpHeaders } from 'node:http';
import { StartupError } from '@nexus/kit/startup-error';
import type { RequestContext } from '../http/request-context.ts';
import { strictestCacheControl } from './cache-control.ts';

/** What describes one hop or one body; ours has its own. */
const NEVER_PASSED_ON = new Set([
  ...['age', 'connection', 'content-encoding', 'content-length', 'content-type', 'date', 'etag', 'keep-alive'],
  ...['last-modified', 'trailer', 'transfer-encoding', 'upgrade'],
]);

type Said = string | string[] | undefined;

/** Adds one answer's headers, or those of a failed call as undefined, to what the client will get. */
export type CollectHeaders = (context: RequestContext, headers: IncomingHttpHeaders | undefined) => void;

/**
 * Passes on the headers of a subgraph's answers that its rule names. A subgraph whose rule does not name `cache-control`
 * counts as one that forbids caching. A StartupError refuses a rule.
 */
export function createCollectHeaders(subgraph: string, names: readonly string[]): CollectHeaders {
  const allowed = names.map((name) => name.toLowerCase());
  const refused = allowed.find((name) => NEVER_PASSED_ON.has(name));
  if (refused !== undefined) {
    throw new StartupError(`The header "${refused}" of ${subgraph} cannot be passed on: the gateway sets its own.`);
  }
  const isCacheable = allowed.includes('cache-control');
  return (context, headers = {}) => {
    context.responseHeaders ??= {};
    if (!isCacheable) context.responseHeaders['cache-control'] = 'no-store';
    for (const name of allowed) {
      const merged = merge(name, context.responseHeaders[name], headers[name]);
      if (merged !== undefined) context.responseHeaders[name] = merged;
    }
  };
}

function merge(name: string, before: Said, now: Said): Said {
  // An answer that says nothing about caching must not be cached because another one may be.
  if (name === 'cache-control') return strictestCacheControl(before, now ?? 'no-store');
  if (before === undefined || now === undefined) return before ?? now;
  const both = [before, now].flat();
  // Other lists are one header with commas between the values (RFC 9110 §5.3); a cookie's date has one of its own.
  return name === 'set-cookie' ? both : [...new Set(both.flatMap((values) => values.split(/, */)))].join(', ');
}

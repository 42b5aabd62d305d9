import type { SupergraphManager } from '@apollo/gateway';
import type { Logger } from '@nexus/kit/log';
import { causeOf, codeOf, reasonOf } from '@nexus/kit/reasons';
import { StartupError } from '@nexus/kit/startup-error';
import { readBody } from './read-body.ts';
import { manageSupergraph, type Reload } from './supergraph-source.ts';

type Polling = {
  /** The time between two requests, in milliseconds. */
  everyMs?: number;
  headers?: Readonly<Record<string, string>>;
  /** How long a request may take, in milliseconds. */
  deadlineMs?: number;
  maxBytes?: number;
  logger: Logger;
};

const SLOWEST_MS = 5 * 60_000;

/** The supergraph at a URL, asked for again and again; what the server calls unchanged is not sent twice. */
export function pollUrl(url: string, polling: Polling): SupergraphManager {
  const { everyMs = 30_000, logger } = polling;
  return manageSupergraph({ load: createDownload(url, polling), watch: (reload) => repeat(reload, everyMs) }, logger);
}

function createDownload(
  url: string,
  { headers = {}, deadlineMs = 10_000, maxBytes = 16 * 2 ** 20 }: Polling,
): () => Promise<string> {
  const { origin, pathname, username, password } = new URL(url);
  let last: { sdl: string; conditions: Record<string, string> } | undefined;
  return async () => {
    try {
      // fetch refuses it too, and repeats all of it.
      if (username || password) throw new Error('its URL holds a password');
      const signal = AbortSignal.timeout(deadlineMs);
      const response = await fetch(url, { headers: { ...headers, ...last?.conditions }, signal });
      if (last && response.status === 304) return last.sdl;
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      const sdl = await readBody(response, maxBytes);
      last = { sdl, conditions: conditionsOf(response) };
      return sdl;
    } catch (error) {
      // Without the query, where some servers take their key.
      throw new StartupError(`The supergraph at ${origin}${pathname} cannot be loaded: ${reasonOfFailure(error)}.`);
    }
  };
}

/** The headers that ask for a newer version only. */
function conditionsOf({ headers }: Response): Record<string, string> {
  const [etag, modified] = [headers.get('etag'), headers.get('last-modified')];
  return { ...(etag && { 'if-none-match': etag }), ...(modified && { 'if-modified-since': modified }) };
}

/** `fetch failed` hides what failed behind it. */
function reasonOfFailure(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'it took too long';
  const cause = causeOf(error);
  return codeOf(cause) ?? reasonOf(cause);
}

function repeat(reload: Reload, everyMs: number): () => void {
  let timer: NodeJS.Timeout;
  let isStopped = false;
  let failures = 0;

  function wait(): void {
    timer = setTimeout(
      async () => {
        failures = (await reload()) ? 0 : failures + 1;
        if (!isStopped) wait();
      },
      pauseMs(everyMs, failures),
    ).unref();
  }

  wait();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

/** Twice as long after each failure, and a tenth more or less so that gateways do not ask all at once. */
function pauseMs(everyMs: number, failures: number): number {
  const pause = Math.min(everyMs * 2 ** failures, Math.max(everyMs, SLOWEST_MS));
  return pause * (0.9 + 0.2 * Math.random());
}

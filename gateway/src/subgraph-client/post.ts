import type { IncomingHttpHeaders } from 'node:http';
import { codeOf } from '@nexus/kit/reasons';
import { type Dispatcher, errors, type Pool } from 'undici';
import { CallFailure } from './call-failure.ts';
import type { Patience } from './patience.ts';

/** Names and values of the headers in turn, as undici takes them with the least work. */
export type Post = { path: string; headers: string[]; body: string };
export type HttpAnswer = { status: number; headers: IncomingHttpHeaders; text: string };

/**
 * Posts a body and reads the whole answer. undici's `dispatch` needs about half the CPU of its `request` with an
 * `AbortSignal.timeout` and a body stream.
 */
export function post(pool: Pool, request: Post, limits: { patience: Patience; maxBytes: number }): Promise<HttpAnswer> {
  const { path, headers, body } = request;
  return new Promise((resolve, reject) => {
    const { over } = limits.patience;
    if (over) reject(new CallFailure(over.reason, over.cause, { isUnsent: true }));
    else pool.dispatch({ method: 'POST', path, headers, body }, receive({ ...limits, resolve, reject }));
  });
}

type Receiver = {
  patience: Patience;
  maxBytes: number;
  resolve(answer: HttpAnswer): void;
  reject(failure: CallFailure): void;
};

function receive({ patience, maxBytes, resolve, reject }: Receiver): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = [];
  let [size, status] = [0, 0];
  let headers: IncomingHttpHeaders = {};
  let connection: Dispatcher.DispatchController | undefined;

  const fail = (failure: CallFailure) => {
    reject(failure);
    // Without a connection yet there is nothing to abort: onRequestStart does it, before a byte is sent.
    connection?.abort(failure);
  };
  const take = (bytes: number) => {
    if (bytes > maxBytes) fail(new CallFailure('bad response', new Error(`has more than ${maxBytes} bytes`)));
  };
  // Trap: V8 keeps a function that is written where a property is assigned as if it lived for ever, with all it can see.
  const stop = ({ reason, cause }: CallFailure) =>
    fail(new CallFailure(reason, cause, { isUnsent: connection === undefined }));
  patience.stop = stop;

  return {
    onRequestStart(controller) {
      if (patience.over) controller.abort(patience.over);
      else connection = controller;
    },
    onResponseStart(_, statusCode, received) {
      status = statusCode;
      headers = received;
      take(Number(received['content-length'] ?? 0));
    },
    onResponseData(_, chunk) {
      size += chunk.length;
      chunks.push(chunk);
      take(size);
    },
    onResponseEnd: () => resolve({ status, headers, text: textOf(chunks, size) }),
    onResponseError: (_, error) => {
      reject(failureOf(error, { isUnsent: connection === undefined, isAnswered: status > 0 }));
    },
  };
}

function textOf(chunks: Buffer[], size: number): string {
  const [first] = chunks;
  const bytes = first && chunks.length === 1 ? first : Buffer.concat(chunks, size);
  return bytes.toString('utf8');
}

const NOT_HTTP: ReadonlySet<unknown> = new Set(['UND_ERR_HEADERS_OVERFLOW', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH']);

function failureOf(error: Error, { isUnsent, isAnswered }: { isUnsent: boolean; isAnswered: boolean }): CallFailure {
  const code = codeOf(error);
  const isBad = isAnswered || error instanceof errors.HTTPParserError || NOT_HTTP.has(code);
  if (isBad) return new CallFailure('bad response', error);
  return new CallFailure(code === 'UND_ERR_CONNECT_TIMEOUT' ? 'timeout' : 'unavailable', error, { isUnsent });
}

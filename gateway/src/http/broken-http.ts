import type { Socket } from 'node:net';

type ConnectionError = Error & { code?: string };

const TOO_SLOW = {
  status: '408 Request Timeout',
  code: 'REQUEST_TIMEOUT',
  message: 'The request took too long to arrive.',
};
const BIG_HEADERS = {
  status: '431 Request Header Fields Too Large',
  code: 'BAD_REQUEST',
  message: 'The headers are too large.',
};
const NOT_HTTP = { status: '400 Bad Request', code: 'BAD_REQUEST', message: 'The request is not valid HTTP.' };

/** Milliseconds in which the answer may reach the client. Without an end, who never hangs up would keep the socket. */
const FAREWELL_MS = 1_000;

/** Answers what never became a request, in GraphQL's shape, and hangs up, a second later even on who does not. */
export function answerBrokenHttp(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, code, message } = problemOf(error.code);
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  const head = [
    `HTTP/1.1 ${status}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  setTimeout(() => socket.destroy(), FAREWELL_MS).unref();
}

function problemOf(code: string | undefined) {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return TOO_SLOW;
  return code === 'HPE_HEADER_OVERFLOW' ? BIG_HEADERS : NOT_HTTP;
}

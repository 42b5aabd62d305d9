import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

const MIB = 1_048_576;
const DEEP = 100_000;
const page = '<h1>http://10.0.0.7 is down</h1>';
const error = { message: 'secret', extensions: { code: 'DATABASE', stacktrace: ['at secret.ts:1'] } };

function* fiftyMiB() {
  yield '{"data":{"secret":"';
  for (let n = 0; n < 50; n += 1) yield 'x'.repeat(MIB);
  yield '"}}';
}

/** Ways in which a subgraph fails to answer. */
export const FAULTS = {
  hanging: () => undefined,
  resetting: ({ socket }) => socket.resetAndDestroy(),
  'hanging up': ({ socket }) => socket.destroy(),
  'speaking no HTTP': ({ socket }) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'),
  'sending half JSON': (_, response) => response.end('{"data":{"secret":'),
  'breaking off': (_, response) => {
    response.writeHead(200, { 'content-length': 1_000 });
    response.write('{"data":{"secret":', () => response.destroy());
  },
  'announcing a wrong length': ({ socket }) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{"data":{}}'),
  'sending HTML with 502': (_, response) => response.writeHead(502).end(page),
  'sending HTML with 200': (_, response) => response.end(page),
  'sending nothing': (_, response) => response.end(),
  'sending a list': (_, response) => response.end('[{"data":{"secret":1}}]'),
  'sending data of a wrong type': (_, response) => response.end('{"data":["secret"]}'),
  'sending errors of a wrong type': (_, response) => response.end('{"data":{"reviewCount":2},"errors":["secret"]}'),
  'sending null without a reason': (_, response) => response.end('{"data":null}'),
  'sending 50 MB': (_, response) => pipeline(Readable.from(fiftyMiB()), response).catch(() => undefined),
  'announcing 50 MB': (_, response) => {
    response.writeHead(200, { 'content-length': 50 * MIB });
    response.write('{"data":');
  },
  'sending deep JSON': (_, response) => response.end(`{"data":{"a":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}}`),
  'sending a million lists': (_, response) => response.end(`{"data":{"a":[${'[],'.repeat(1e6)}[]]}}`),
  'sending 10,000 errors': (_, response) => response.end(JSON.stringify({ errors: Array(10_000).fill(error) })),
  'sending gzip that nobody asked for': (_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(20 * MIB, 32)));
  },
  'dripping one byte at a time': (request, response) => {
    const drip = setInterval(() => response.write(' '), 20);
    request.socket.once('close', () => clearInterval(drip));
  },
} satisfies Record<string, Answer>;

export type Fault = keyof typeof FAULTS;

import { createLogger } from '@nexus/kit/log';
import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { requestScope } from '../src/http/request-context.ts';
import { createErrorMask } from '../src/protection/mask-errors.ts';
import { CallFailure } from '../src/subgraph-client/call-failure.ts';
import { subgraphFailure } from '../src/subgraph-client/subgraph-failure.ts';

const REQUEST = {
  requestId: 'request-1',
  viewer: undefined,
  client: { ip: '127.0.0.1', userAgent: undefined },
  headers: {},
};

/** Masks errors as those of one request, and returns what clients see and what is logged. */
function mask(errors: readonly GraphQLError[], { isDevelopment = false, signal = new AbortController().signal } = {}) {
  const lines: string[] = [];
  const logger = createLogger('gateway', 'warn', { write: (line) => void lines.push(line) });
  const maskOne = createErrorMask({ isDevelopment, logger });
  const told = requestScope.run({ ...REQUEST, signal }, () => errors.map((error) => maskOne(error.toJSON(), error)));
  return { told, logged: lines.map((line) => JSON.parse(line)) };
}

const failure = (extensions: object, message = 'secret') =>
  new GraphQLError(message, { extensions: { ...extensions } });

test.each([
  'SUBGRAPH_UNAVAILABLE',
  'SUBGRAPH_TIMEOUT',
  'SUBGRAPH_BAD_RESPONSE',
  'OPERATION_TOO_COMPLEX',
  'UNAUTHORIZED_FIELD_OR_TYPE',
])('the gateway says %s, a subgraph may not', (code) => {
  const { told } = mask([failure({ code, subgraph: 'books' }, 'A sentence.'), failure({ code, serviceName: 'books' })]);

  expect(told.map(({ message, extensions }) => [message, extensions])).toEqual([
    ['A sentence.', { code, requestId: 'request-1' }],
    ['Internal error', { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' }],
  ]);
});

test('ten thousand errors of one request take little time and five lines of the log', () => {
  const errors = Array.from({ length: 10_000 }, () => failure({ code: 'BROKEN', serviceName: 'books' }));
  const before = process.threadCpuUsage();

  const { told, logged } = mask(errors);

  expect(process.threadCpuUsage(before).user).toBeLessThan(500_000);
  expect(told).toHaveLength(10_000);
  expect(logged).toHaveLength(5);
  expect(logged.at(-1)).toMatchObject({ note: 'further errors of this request are not logged', subgraph: 'books' });
});

test('suggestions are for development', () => {
  const error = failure({ code: 'BAD_USER_INPUT' }, 'Value "CELAR" is none. Did you mean the enum value "CELLAR"?');

  expect(mask([error]).told[0]?.message).toBe('Value "CELAR" is none.');
  expect(mask([error], { isDevelopment: true }).told[0]?.message).toBe(error.message);
});

test.each([
  { reason: 'abandoned', signal: AbortSignal.abort(), lines: 0 },
  { reason: 'timeout', signal: AbortSignal.abort(), lines: 1 },
  { reason: 'abandoned', signal: undefined, lines: 1 },
] as const)('a call that ended by $reason makes $lines lines of the log', ({ reason, signal, lines }) => {
  const read = { subgraph: 'books', kind: 'read', name: undefined, text: '{ n }', json: '"query":"{ n }"' } as const;
  const error = subgraphFailure(read, new CallFailure(reason, undefined));

  const { told, logged } = mask([error], { signal });

  expect(told[0]?.extensions).toEqual({ code: 'SUBGRAPH_TIMEOUT', requestId: 'request-1' });
  expect(logged).toHaveLength(lines);
});

import { once } from 'node:events';
import { createServer } from 'node:http';
import { ACCESS_TOKEN, verifyAssertion } from '@nexus/contracts/viewer';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import type { ReadAnalytics } from '../src/http/analytics-route.ts';
import type { DownloadExport } from '../src/http/export-route.ts';
import type { GatewayConfig } from '../src/server.ts';
import { codes, startTestGateway } from './test-gateway.ts';

const USER = '01890a5d-ac96-774b-bcce-b302099a8057';
const SESSION = '01890a5d-ac96-774b-bcce-b302099a8058';
const keyOf = (subgraph: string) => new TextEncoder().encode(`a key of 32 characters for ${subgraph}`);

type Files = { readAnalytics?: ReadAnalytics; downloadExport?: DownloadExport };

/** A gateway that knows its viewers, and who signs their tokens. */
async function startSignedInGateway({ points, ...files }: Pick<GatewayConfig, 'points'> & Files = {}) {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'EdDSA' }] });
  const users = createServer((_, response) => response.end(jwks)).listen(0, '127.0.0.1');
  await once(users, 'listening');
  const address = users.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const viewer = {
    jwksUrl: `http://127.0.0.1:${port}/jwks.json`,
    assertionKey: keyOf,
    ...files,
  };
  const gateway = await startTestGateway({ viewer, points });
  const stopUsers = async () => {
    users.closeAllConnections();
    if (users.listening) await once(users.close(), 'close');
  };
  const token = (expires = '10m', type: string = ACCESS_TOKEN.type) =>
    new SignJWT({ sid: SESSION })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'one', typ: type })
      .setIssuer(ACCESS_TOKEN.issuer)
      .setAudience(ACCESS_TOKEN.audience)
      .setSubject(USER)
      .setIssuedAt()
      .setExpirationTime(expires)
      .sign(privateKey);
  return {
    ...gateway,
    stopUsers,
    token,
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await stopUsers();
    },
  };
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

test('a subgraph gets an assertion of who asks, made for it alone', async () => {
  await using gateway = await startSignedInGateway();

  await gateway.ask('{ reviewCount }', bearer(await gateway.token()));

  const assertion = gateway.reviews.calls[0]?.authorization?.replace('Bearer ', '') ?? '';
  expect(await verifyAssertion(keyOf('reviews'), 'reviews', assertion)).toEqual({ id: USER, sessionId: SESSION });
  await expect(verifyAssertion(keyOf('books'), 'books', assertion)).rejects.toThrow(
    'Subgraphs answer the gateway only.',
  );
});

test('without a token the assertion says nobody', async () => {
  await using gateway = await startSignedInGateway();

  await gateway.ask('{ reviewCount }');

  const assertion = gateway.reviews.calls[0]?.authorization?.replace('Bearer ', '') ?? '';
  expect(await verifyAssertion(keyOf('reviews'), 'reviews', assertion)).toBeUndefined();
});

test('no header of a client reaches a subgraph', async () => {
  await using gateway = await startSignedInGateway();
  const token = await gateway.token();

  await gateway.ask('{ reviewCount }', {
    ...bearer(token),
    'x-viewer-id': USER,
    'X-Nexus-Role': 'admin',
    'x-forwarded-for': '8.8.8.8',
    'x-client-ip': '8.8.8.8',
    'x-client-user-agent': 'forged',
    'user-agent': 'a'.repeat(300),
    cookie: 'session=1',
  });

  const headers = gateway.reviews.calls[0] ?? {};
  const transport = ['connection', 'host', 'content-length'];
  expect(
    Object.keys(headers)
      .filter((name) => !transport.includes(name))
      .sort(),
  ).toEqual(['accept', 'authorization', 'content-type', 'x-client-ip', 'x-client-user-agent', 'x-request-id']);
  expect(headers.authorization).not.toContain(token);
  expect(headers['x-client-ip']).toBe('127.0.0.1');
  expect(headers['x-client-user-agent']).toBe('a'.repeat(255));
});

test('a gateway without viewers sends no authorization to any subgraph', async () => {
  await using gateway = await startTestGateway();

  await gateway.ask('{ reviewCount }', bearer('anything'));

  expect(gateway.reviews.calls[0]).not.toHaveProperty('authorization');
});

test.each([
  ['expired', 'The access token has expired. Refresh the session.'],
  ['of another type', 'The access token is not valid. Sign in again.'],
  ['forged', 'The access token is not valid. Sign in again.'],
  ['no token at all', 'The authorization header must be "Bearer", a space and an access token.'],
])('a token that is %s has the whole request refused', async (kind, message) => {
  await using gateway = await startSignedInGateway();
  const headers = {
    expired: bearer(await gateway.token('-1m')),
    'of another type': bearer(await gateway.token('10m', 'refresh+jwt')),
    forged: bearer((await gateway.token()).replace(/\.[^.]+$/, `.${'A'.repeat(86)}`)),
  }[kind] ?? { authorization: 'Basic cm9vdDpyb290' };

  const answer = await gateway.ask('{ reviewCount }', headers);

  expect(answer.status).toBe(401);
  expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
  expect(codes(answer)).toEqual(['UNAUTHENTICATED']);
  expect(answer.body.errors?.[0]?.message).toBe(message);
  expect(gateway.reviews.calls).toEqual([]);
});

test('a good token is not called invalid when the keys cannot be fetched', async () => {
  await using gateway = await startSignedInGateway();
  await gateway.stopUsers();

  const answer = await gateway.ask('{ reviewCount }', bearer(await gateway.token()));

  expect(answer.status).toBe(503);
  expect(codes(answer)).toEqual(['SERVICE_UNAVAILABLE']);
});

test('analytics as a file take points, as an operation does', async () => {
  const budget = { maximum: 1_500, pointsPerSecond: 1 };
  await using gateway = await startSignedInGateway({ points: budget, readAnalytics: async () => ({ file: 'at' }) });
  const headers = bearer(await gateway.token());
  const read = (from: string) => gateway.get(`/analytics.csv?from=${from}&to=2026-09-01T00:00:00Z`, { headers });

  expect((await read('nonsense')).status).toBe(400);
  expect((await read('2026-08-01T00:00:00Z')).text).toBe('at');
  const second = await read('2026-08-01T00:00:00Z');

  expect([second.status, ...codes(second)]).toEqual([429, 'RATE_LIMITED']);
  expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(1_000);
});

test("a copy of somebody's data takes points, whether there is one or not", async () => {
  const budget = { maximum: 1_500, pointsPerSecond: 1 };
  await using gateway = await startSignedInGateway({ points: budget, downloadExport: async () => undefined });
  const headers = bearer(await gateway.token());
  const download = () => gateway.get('/exports/export_01h455vb4pex5vsknk084sn02q', { headers });

  expect((await download()).status).toBe(404);
  expect(codes(await download())).toEqual(['RATE_LIMITED']);
});

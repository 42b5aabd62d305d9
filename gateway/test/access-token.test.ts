import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ACCESS_TOKEN } from '@nexus/contracts/viewer';
import { createLogger } from '@nexus/kit/log';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, expect, test, vi } from 'vitest';
import { createIdentify } from '../src/viewer/access-token.ts';

const VIEWER = { id: '01890a5d-ac96-774b-bcce-b302099a8057', sessionId: '01890a5d-ac96-774b-bcce-b302099a8058' };

afterEach(() => void vi.useRealTimers());

/** Who verifies tokens by keys served over HTTP, and who signs them. */
async function startIdentify() {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'EdDSA' }] });
  const server = createServer((_, response) => response.end(jwks)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  const identify = createIdentify({ jwksUrl: `http://127.0.0.1:${port}/jwks.json` }, createLogger('gateway', 'silent'));
  const bearer = async (expires: string) => {
    const token = new SignJWT({ sid: VIEWER.sessionId })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'one', typ: ACCESS_TOKEN.type })
      .setIssuer(ACCESS_TOKEN.issuer)
      .setAudience(ACCESS_TOKEN.audience)
      .setSubject(VIEWER.id)
      .setIssuedAt()
      .setExpirationTime(expires);
    return `Bearer ${await token.sign(privateKey)}`;
  };
  const close = async () => {
    server.closeAllConnections();
    await once(server.close(), 'close');
  };
  return { identify, bearer, [Symbol.asyncDispose]: close };
}

function passSeconds(seconds: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1_000 });
}

test('a verified token is believed for half a minute, then verified again', async () => {
  await using users = await startIdentify();
  const token = await users.bearer('10m');

  const first = await users.identify(token);
  passSeconds(29);
  const believed = await users.identify(token);
  passSeconds(2);
  const verified = await users.identify(token);

  expect(believed).toBe(first);
  expect(verified).not.toBe(first);
  expect(verified).toEqual(VIEWER);
});

test('a believed token expires as any other', async () => {
  await using users = await startIdentify();
  const token = await users.bearer('10s');

  expect(await users.identify(token)).toEqual(VIEWER);
  passSeconds(16);

  await expect(users.identify(token)).rejects.toThrow('The access token has expired. Refresh the session.');
});

test('what resembles a believed token is not believed', async () => {
  await using users = await startIdentify();
  const token = await users.bearer('10m');
  await users.identify(token);

  await expect(users.identify(`${token.slice(0, -4)}AAAA`)).rejects.toThrow('The access token is not valid.');
  expect(await users.identify(undefined)).toBeUndefined();
});

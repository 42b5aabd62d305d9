import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { signAssertion, verifyAssertion } from './viewer.ts';

const KEY = new TextEncoder().encode('a key of this test, 32 characters');
const VIEWER = { id: '01890a5d-ac96-774b-bcce-b302099a8057', sessionId: '01890a5d-ac96-774b-bcce-b302099a8058' };
const REFUSED = 'Subgraphs answer the gateway only.';

/** What the gateway would sign, if it signed without an end or with another one. */
const assertion = () =>
  new SignJWT({ sid: VIEWER.sessionId })
    .setProtectedHeader({ alg: 'HS256', typ: 'nexus-viewer+jwt' })
    .setIssuer('nexus-gateway')
    .setAudience('posts')
    .setSubject(VIEWER.id);

test('an assertion says who asks, to the subgraph it was made for', async () => {
  const signed = await signAssertion(KEY, 'posts', VIEWER);

  expect(await verifyAssertion(KEY, 'posts', signed)).toEqual(VIEWER);
  await expect(verifyAssertion(KEY, 'users', signed)).rejects.toThrow(REFUSED);
});

test('an assertion without an end is refused, however well signed', async () => {
  const endless = await assertion().sign(KEY);

  await expect(verifyAssertion(KEY, 'posts', endless)).rejects.toThrow(REFUSED);
});

test('clocks may differ by five seconds and no more', async () => {
  const late = await assertion().setExpirationTime('-3s').sign(KEY);
  const tooLate = await assertion().setExpirationTime('-6s').sign(KEY);

  expect(await verifyAssertion(KEY, 'posts', late)).toEqual(VIEWER);
  await expect(verifyAssertion(KEY, 'posts', tooLate)).rejects.toThrow(REFUSED);
});

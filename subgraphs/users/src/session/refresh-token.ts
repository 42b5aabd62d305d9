import { createHmac, timingSafeEqual } from 'node:crypto';
import { deriveKey } from '@nexus/kit/secrets';

const ID_BYTES = 16;
const GENERATION_BYTES = 4;
const HEAD_BYTES = ID_BYTES + GENERATION_BYTES;

/** Which token of which session: generation 1 comes with the sign-in, each refresh makes the next. */
export type Generation = { sessionId: string; generation: number };

/**
 * The refresh token of a generation: session id, generation, and their HMAC-SHA256 under a key of that session.
 * It follows from its generation, so a successor can be given again without having been stored.
 */
export function createRefreshToken(secret: string, { sessionId, generation }: Generation): string {
  const head = Buffer.alloc(HEAD_BYTES);
  head.write(sessionId.replaceAll('-', ''), 'hex');
  head.writeUInt32BE(generation, ID_BYTES);
  return Buffer.concat([head, sign(secret, sessionId, head)]).toString('base64url');
}

/** The generation a token stands for; undefined when we did not make it. */
export function readRefreshToken(secret: string, token: string): Generation | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== HEAD_BYTES + 32 || bytes.toString('base64url') !== token) return undefined;
  const head = bytes.subarray(0, HEAD_BYTES);
  const sessionId = head.toString('hex', 0, ID_BYTES).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  if (!timingSafeEqual(bytes.subarray(HEAD_BYTES), sign(secret, sessionId, head))) return undefined;
  return { sessionId, generation: head.readUInt32BE(ID_BYTES) };
}

function sign(secret: string, sessionId: string, head: Buffer): Buffer {
  return createHmac('sha256', deriveKey(secret, `refresh token ${sessionId}`))
    .update(head)
    .digest();
}

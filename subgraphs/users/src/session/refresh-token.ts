import { createHmac, timingSafeEqual } from 'node:crypto';

const ID_BYTES = 16;
const GENERATION_BYTES = 4;
const HEAD_BYTES = ID_BYTES + GENERATION_BYTES;
const SIGNATURE_BYTES = 32;

/** Which token of which session: generation 1 comes with the sign-in, each refresh makes the next. */
export type Generation = { sessionId: string; generation: number };

/**
 * The refresh token of a generation: session id, generation, and their HMAC-SHA256.
 * It follows from its generation, so a successor can be given again without having been stored.
 */
export function createRefreshToken(key: Uint8Array, { sessionId, generation }: Generation): string {
  const head = Buffer.alloc(HEAD_BYTES);
  head.write(sessionId.replaceAll('-', ''), 'hex');
  head.writeUInt32BE(generation, ID_BYTES);
  return Buffer.concat([head, sign(key, head)]).toString('base64url');
}

/** The generation a token stands for; undefined when we did not make it. */
export function readRefreshToken(key: Uint8Array, token: string): Generation | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== HEAD_BYTES + SIGNATURE_BYTES || bytes.toString('base64url') !== token) return undefined;
  const head = bytes.subarray(0, HEAD_BYTES);
  if (!timingSafeEqual(bytes.subarray(HEAD_BYTES), sign(key, head))) return undefined;
  const sessionId = head.toString('hex', 0, ID_BYTES).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { sessionId, generation: head.readUInt32BE(ID_BYTES) };
}

const sign = (key: Uint8Array, head: Buffer): Buffer => createHmac('sha256', key).update(head).digest();

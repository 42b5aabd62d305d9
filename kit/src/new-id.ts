import { randomBytes } from 'node:crypto';

let lastTime = 0;
let sequence = 0;

/**
 * A new UUID v7 (RFC 9562): milliseconds since 1970, then a sequence of 12 bits, then chance.
 * Within one process a later one sorts after every earlier one.
 */
export function newId(): string {
  const now = Date.now();
  sequence = now > lastTime ? 0 : sequence + 1;
  lastTime = Math.max(now, lastTime) + (sequence >> 12);
  sequence &= 0xfff;
  const tail = randomBytes(10);
  tail.writeUInt16BE(sequence, 0);
  return uuidV7(new Date(lastTime), tail);
}

/** The UUID v7 of a moment and ten given bytes: equal input gives an equal id, for imports that may run twice. */
export function uuidV7(at: Date, tail: Uint8Array): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes.set(tail.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The moment a UUID v7 was made. */
export const madeAt = (id: string): Date => new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));

import { randomBytes } from 'node:crypto';

/** A new UUID v7 (RFC 9562): milliseconds since 1970, then 74 random bits; later ones sort after earlier ones. */
export function newId(at: Date = new Date()): string {
  return uuidV7(at, randomBytes(10));
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

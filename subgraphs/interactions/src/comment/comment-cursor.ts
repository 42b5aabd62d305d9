import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { decodePosition, encodeCursor, encodePosition, isUuid, type Position } from '@nexus/kit/pagination';
import { deriveKey } from '@nexus/kit/secrets';

/**
 * Where a page of comments goes on. `pinnedId` is what the first page showed above all others: it does not come again.
 * By TOP it also says what score the comment had when it was shown, and which changes the first page saw.
 */
export type CommentPosition = Position & { pinnedId: string | null } & Rank;
type Rank = { score: number; snapshot: string | null };

/** A new comment has no score, and nothing else is known of a cursor that comes from a list of another order. */
const UNRANKED: Rank = { score: 0, snapshot: null };

/**
 * The cursor of a comment. What it says of a score is sealed, and differs each time: people hidden from the viewer
 * contribute to it.
 */
export function encodeComment(secret: string, { at, id, pinnedId, score, snapshot }: CommentPosition): string {
  if (snapshot !== null) return encodeCursor(at.getTime(), id, pinnedId ?? '', seal(secret, `${score} ${snapshot}`));
  return pinnedId === null ? encodePosition({ at, id }) : encodeCursor(at.getTime(), id, pinnedId);
}

/** What a cursor's parts say; undefined when they are none of ours. */
export function decodeComment(secret: string, parts: string[]): CommentPosition | undefined {
  const [, , pinnedId = '', sealed] = parts;
  const position = decodePosition(parts);
  const rank = sealed === undefined ? UNRANKED : readRank(unseal(secret, sealed));
  if (!position || !rank || (pinnedId !== '' && !isUuid(pinnedId))) return undefined;
  return { ...position, pinnedId: pinnedId === '' ? null : pinnedId, ...rank };
}

function readRank(unsealed: string | undefined): Rank | undefined {
  const [score, snapshot] = unsealed?.trimEnd().split(' ') ?? [];
  return score === undefined || snapshot === undefined ? undefined : { score: Number(score), snapshot };
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** So that the length says nothing of the score. */
const PADDED = 64;

const keyOf = (secret: string) => deriveKey(secret, 'cursors of comments');

function seal(secret: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(secret), nonce);
  const sealed = [cipher.update(text.padEnd(PADDED)), cipher.final()];
  return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]).toString('base64url');
}

function unseal(secret: string, text: string): string | undefined {
  const bytes = Buffer.from(text, 'base64url');
  const start = NONCE_BYTES + TAG_BYTES;
  try {
    const decipher = createDecipheriv(CIPHER, keyOf(secret), bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, start));
    return Buffer.concat([decipher.update(bytes.subarray(start)), decipher.final()]).toString();
  } catch {
    return undefined;
  }
}

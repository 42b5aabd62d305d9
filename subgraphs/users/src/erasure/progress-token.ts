import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** What lets somebody ask how far the deletion of their account is, once they cannot sign in any more. */
export const createProgressToken = (): string => randomBytes(BYTES).toString('base64url');

/** What is kept of it: the token itself is as good as random, so its hash needs no salt. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

import { createHmac } from 'node:crypto';

/** What is kept of the handle of a deleted person: enough to refuse it to others, too little to tell who they were. */
export const buryHandle = (key: Uint8Array, handle: string): string =>
  createHmac('sha256', key).update(handle.toLowerCase()).digest('base64url');

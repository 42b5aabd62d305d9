import { invalid } from '@nexus/kit/errors';

const FORM = /^[A-Za-z0-9_]{3,30}$/;
/** Handles of other times and other places may be shorter than new ones. */
const KNOWN_FORM = /^[A-Za-z0-9_]{1,30}$/;

/** Names under which somebody could pass for Nexus, or that addresses of the product need. */
const RESERVED = new Set(
  `
  abuse about account accounts admin administrator administrators admins anonymous api app auth blog bot contact deleted
  everyone explore feed graphql health help here home info jobs legal login logout mail me moderation moderator moderators
  nexus nobody notifications null official owner password postmaster press privacy root search security service session
  settings signin signout signup staff status support system team terms undefined user users verified viewer webmaster
  `
    .trim()
    .split(/\s+/),
);

/** A handle as a new one must be; BAD_USER_INPUT at `path` if it is not. */
export function readHandleForm(handle: string, path: string): string {
  if (isNewHandle(handle)) return handle;
  throw invalid(path, 'A handle has 3 to 30 letters, digits or underscores.');
}

export const isNewHandle = (text: string): boolean => FORM.test(text);

/** Whether anybody could be called this. */
export const isHandle = (text: string): boolean => KNOWN_FORM.test(text);

/** Whether a handle is kept for Nexus itself. */
export const isReservedWord = (handle: string): boolean => RESERVED.has(handle.toLowerCase());

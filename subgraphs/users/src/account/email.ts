import { invalid } from '@nexus/kit/errors';

/** The longest address that mail can be sent to (RFC 5321). */
const MAX_LENGTH = 254;
const FORM = /^[^\s@\p{C}]{1,64}@[^\s@\p{C}.]+(\.[^\s@\p{C}.]+)+$/u;

/** An e-mail address without surrounding blanks, its domain in small letters; BAD_USER_INPUT at `path` if it is none. */
export function readEmail(raw: string, path: string): string {
  const email = tryReadEmail(raw);
  if (email === undefined) throw invalid(path, 'This is not an e-mail address.');
  return email;
}

/** The same, or undefined if it is no e-mail address. */
export function tryReadEmail(raw: string): string | undefined {
  const email = normaliseEmail(raw);
  return email.length <= MAX_LENGTH && FORM.test(email) ? email : undefined;
}

/** The same address in the same letters; capitals before the @ stay, for some servers tell them apart. */
function normaliseEmail(raw: string): string {
  const trimmed = raw.trim().normalize('NFC');
  const domainAt = trimmed.lastIndexOf('@') + 1;
  return trimmed.slice(0, domainAt) + trimmed.slice(domainAt).toLowerCase();
}

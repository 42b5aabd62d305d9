import { invalid } from '@nexus/kit/errors';
import { countCodePoints } from '@nexus/kit/text';
import { COMMON_PASSWORDS } from './common-passwords.ts';

const MIN_LENGTH = 8;
const MAX_LENGTH = 256;

/**
 * A new password in the one form that is hashed (NFKC), or BAD_USER_INPUT at `path`. Length decides, not composition
 * (NIST SP 800-63B): what is refused besides are the commonest ones and the account's own names.
 */
export function readNewPassword(raw: string, path: string, names: readonly string[]): string {
  const password = normalisePassword(raw);
  const length = countCodePoints(password);
  if (length < MIN_LENGTH) throw invalid(path, `A password has at least ${MIN_LENGTH} characters.`);
  if (length > MAX_LENGTH) throw invalid(path, `A password has at most ${MAX_LENGTH} characters.`);
  const plain = password.toLowerCase();
  if (COMMON_PASSWORDS.has(plain)) throw invalid(path, 'This password is one of the first that anybody tries.');
  if (names.some((name) => name.toLowerCase() === plain)) {
    throw invalid(path, 'A password cannot be the e-mail address or the handle.');
  }
  return password;
}

/** The same characters however a keyboard composes them. */
export const normalisePassword = (raw: string): string => raw.normalize('NFKC');

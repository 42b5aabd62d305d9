import { invalid } from '@nexus/kit/errors';
import { countCodePoints, isBlank } from '@nexus/kit/text';
import type { ProfileLink } from '../tables/users.ts';

const MAX_NAME_LENGTH = 50;
const MAX_BIO_LENGTH = 500;
const MAX_LINKS = 5;
const MAX_LABEL_LENGTH = 50;
const MAX_URL_LENGTH = 2_000;

// With the signs that turn the direction of writing: in a name they would turn what stands after it, too.
const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const CONTROL_BUT_LINE_BREAK = /[^\P{Cc}\n]/u;

/** The name a person shows, on one line; BAD_USER_INPUT at `path` if it is none. */
export function readDisplayName(raw: string, path: string): string {
  const name = raw.toWellFormed().trim().replace(/\s+/gu, ' ');
  if (isBlank(name)) throw invalid(path, 'A name cannot be empty.');
  return limited(name, MAX_NAME_LENGTH, { path, what: 'A name' });
}

/** What a person says about themselves, or null for nothing; lines may break. */
export function readBio(raw: string | null, path: string): string | null {
  const bio = (raw ?? '').toWellFormed().replaceAll('\r\n', '\n').trim();
  if (CONTROL_BUT_LINE_BREAK.test(bio)) throw invalid(path, 'A bio cannot have control characters.');
  if (countCodePoints(bio) > MAX_BIO_LENGTH) throw invalid(path, `A bio has at most ${MAX_BIO_LENGTH} characters.`);
  return isBlank(bio) ? null : bio;
}

type LinkInput = { url: URL; label?: string | null };

/** The links of a profile: http and https only, for a client makes them clickable. */
export function readLinks(raw: readonly LinkInput[] | null, path: string): ProfileLink[] {
  const links = raw ?? [];
  if (links.length > MAX_LINKS) throw invalid(path, `A profile has at most ${MAX_LINKS} links.`);
  return links.map((link, index) => readLink(link, `${path}.${index}`));
}

function readLink({ url, label }: LinkInput, path: string): ProfileLink {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw invalid(`${path}.url`, 'A link begins with https:// or http://.');
  }
  if (url.username !== '' || url.password !== '') throw invalid(`${path}.url`, 'A link cannot have a password in it.');
  if (url.href.length > MAX_URL_LENGTH) {
    throw invalid(`${path}.url`, `A link has at most ${MAX_URL_LENGTH} characters.`);
  }
  const shown = limited((label ?? '').toWellFormed().trim(), MAX_LABEL_LENGTH, {
    path: `${path}.label`,
    what: 'A label',
  });
  return { url: url.href, label: isBlank(shown) ? null : shown };
}

function limited(text: string, max: number, { path, what }: { path: string; what: string }): string {
  if (CONTROL.test(text)) throw invalid(path, `${what} cannot have control characters.`);
  if (countCodePoints(text) > max) throw invalid(path, `${what} has at most ${max} characters.`);
  return text;
}

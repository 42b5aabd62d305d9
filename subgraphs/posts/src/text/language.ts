import { invalid } from '@nexus/kit/errors';

/** What RFC 5646 (4.4.1) advises to make room for. */
const MAX_TAG_LENGTH = 35;

/** A BCP 47 language tag in its canonical form (`en-gb` is `en-GB`), or undefined when it is not well-formed. */
export function canonicalLanguage(tag: string): string | undefined {
  if (tag.length > MAX_TAG_LENGTH) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** A language tag in its canonical form; BAD_USER_INPUT at `path` when it is none. */
export function readLanguage(tag: string, path: string): string {
  const language = canonicalLanguage(tag);
  if (language === undefined) throw invalid(path, 'A language is a BCP 47 tag such as en or pt-BR.');
  return language;
}

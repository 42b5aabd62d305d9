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

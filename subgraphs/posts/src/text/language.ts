/** A BCP 47 language tag in its canonical form (`en-gb` is `en-GB`), or undefined when it is not well-formed. */
export function canonicalLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

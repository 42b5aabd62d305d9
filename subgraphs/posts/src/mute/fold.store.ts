import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/** What is a word by itself: a sign, and each letter of the scripts that are written without spaces. */
const ALONE = String.raw`([^[:alnum:]_[:space:]]|[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF])`;

/** A text in small letters, each of its words between two spaces: it holds a phrase where its folded form holds that of the phrase. */
export function folded(text: SQLWrapper): SQL {
  const apart = sql`regexp_replace(lower(normalize(${text}, NFC)), ${ALONE}, ' \\1 ', 'g')`;
  return sql`regexp_replace(' ' || ${apart} || ' ', '[[:space:]]+', ' ', 'g')`;
}

/** The pattern for `like` of whatever holds a folded text. */
export const holding = (phrase: SQLWrapper): SQL =>
  sql`'%' || regexp_replace(${phrase}, '([%_\\\\])', '\\\\\\1', 'g') || '%'`;

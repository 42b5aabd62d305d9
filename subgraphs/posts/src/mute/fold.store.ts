import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/** What is a word by itself: a sign, and each letter of the scripts that are written without spaces. */
const ALONE = String.raw`([^[:alnum:]_[:space:]]|[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF])`;

/** Signs without a look of their own (soft hyphens, joiners, marks of direction, variation selectors): between letters they make no other word. */
const INVISIBLE = String.raw`[\u00AD\u034F\u061C\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF]`;

/**
 * A text in small letters, each of its words between two spaces: it holds a phrase where its folded form holds that of
 * the phrase. Letters that are written differently are one (NFKC), letters of other alphabets that look alike are not.
 */
export function folded(text: SQLWrapper): SQL {
  const visible = sql`regexp_replace(normalize(${text}, NFKC), ${INVISIBLE}, '', 'g')`;
  const apart = sql`regexp_replace(lower(${visible}), ${ALONE}, ' \\1 ', 'g')`;
  return sql`regexp_replace(' ' || ${apart} || ' ', '[[:space:]]+', ' ', 'g')`;
}

/** The pattern for `like` of whatever holds a folded text. */
export const holding = (phrase: SQLWrapper): SQL =>
  sql`'%' || regexp_replace(${phrase}, '([%_\\\\])', '\\\\\\1', 'g') || '%'`;

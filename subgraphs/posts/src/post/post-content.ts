import { invalid } from '@nexus/kit/errors';
import { hashtagKey } from '../hashtag/hashtag-name.ts';
import { countCodePoints, findFacets } from '../text/find-facets.ts';
import { canonicalLanguage } from '../text/language.ts';

const MAX_TEXT_LENGTH = 5_000;
const MAX_HASHTAGS = 100;

/** The text of a post as it is kept; BAD_USER_INPUT at `path` when it is too long, or empty where there is no media. */
export function readText(raw: string, path: string, { mayBeEmpty = false } = {}): string {
  // Neither NUL nor half a surrogate pair can be stored.
  const text = raw.toWellFormed().replaceAll('\0', '').trim();
  if (text === '' && !mayBeEmpty) throw invalid(path, 'A post cannot be empty.');
  if (countCodePoints(text) > MAX_TEXT_LENGTH) throw invalid(path, `A post has at most ${MAX_TEXT_LENGTH} characters.`);
  if (countHashtags(text) > MAX_HASHTAGS) throw invalid(path, `A post has at most ${MAX_HASHTAGS} hashtags.`);
  return text;
}

function countHashtags(text: string): number {
  const keys = findFacets(text).map((facet) => ('hashtag' in facet ? hashtagKey(facet.hashtag) : undefined));
  return new Set(keys.filter((key) => key !== undefined)).size;
}

/** A language tag in its canonical form, null where none is given; BAD_USER_INPUT at `path` when it is none. */
export function readLanguage(tag: string | null | undefined, path: string): string | null {
  if (tag == null) return null;
  const language = canonicalLanguage(tag);
  if (language === undefined) throw invalid(path, 'A language is a BCP 47 tag such as en or pt-BR.');
  return language;
}

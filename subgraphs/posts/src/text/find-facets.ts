import { findHashtags } from '@nexus/contracts/hashtag';
import { countCodePoints } from '@nexus/kit/text';
import type { WrittenFacet } from './facet.ts';

/** A match in UTF-16 offsets, as regular expressions give them. */
type Match = { at: number; written: string; facet: { handle: string } | { hashtag: string } | { link: string } };

const LINK = /(?<![\p{L}\p{N}_])https?:\/\/[^\s<>"]+/giu;
const MENTION = /(?<![\p{L}\p{M}\p{N}_@])[@＠]([A-Za-z0-9_]+)(?![\p{L}\p{M}\p{N}_@])/gu;

/** The mentions, hashtags and links of a text in its order; what lies within a link is part of the link. */
export function findFacets(text: string): WrittenFacet[] {
  const links = [...text.matchAll(LINK)].flatMap(readLink);
  const hashtags = findHashtags(text).map(({ at, written, name }) => ({ at, written, facet: { hashtag: name } }));
  const mentions = [...text.matchAll(MENTION)].map(readMention);
  const matches = [...links, ...hashtags, ...mentions].sort((one, other) => one.at - other.at);
  return toCodePoints(text, dropOverlapping(matches));
}

function readLink({ index, 0: found }: RegExpExecArray): Match[] {
  const written = trimPunctuation(found);
  const url = URL.parse(written);
  // A name before the host looks like where it leads, and is not: as on profiles, that is no link.
  const isLink = url?.username === '' && url.password === '';
  return isLink ? [{ at: index, written, facet: { link: written } }] : [];
}

function readMention({ index, 0: written, 1: handle = '' }: RegExpExecArray): Match {
  return { at: index, written, facet: { handle } };
}

const OPENERS: Record<string, string> = { ')': '(', ']': '[', '}': '{' };
const SENTENCE_END = /[.,;:!?'"’”»›…。、！？；：）」』】]/u;

/** A URL without what belongs to the sentence around it: punctuation, and brackets that it does not open itself. */
function trimPunctuation(url: string): string {
  const balance = new Map(
    Object.entries(OPENERS).map(([closer, opener]) => [closer, count(url, opener) - count(url, closer)]),
  );
  let end = url.length;
  for (; end > 0; end -= 1) {
    const last = url.charAt(end - 1);
    const surplus = balance.get(last);
    if (surplus !== undefined && surplus < 0) balance.set(last, surplus + 1);
    else if (!SENTENCE_END.test(last)) break;
  }
  return url.slice(0, end);
}

const count = (text: string, character: string) => text.split(character).length - 1;

function dropOverlapping(matches: readonly Match[]): Match[] {
  let end = 0;
  return matches.filter(({ at, written }) => {
    const isFree = at >= end;
    if (isFree) end = at + written.length;
    return isFree;
  });
}

function toCodePoints(text: string, matches: readonly Match[]): WrittenFacet[] {
  let utf16 = 0;
  let codePoints = 0;
  return matches.map(({ at, written, facet }) => {
    codePoints += countCodePoints(text.slice(utf16, at));
    utf16 = at;
    return { start: codePoints, end: codePoints + countCodePoints(written), ...facet };
  });
}

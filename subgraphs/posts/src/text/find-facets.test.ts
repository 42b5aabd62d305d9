import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findFacets } from './find-facets.ts';

/** What each facet covers, cut out by its own offsets. */
const covered = (text: string) => findFacets(text).map(({ start, end }) => [...text].slice(start, end).join(''));

describe('hashtags', () => {
  test.each([
    ['#cats and #Dogs', ['#cats', '#Dogs']],
    ['#Čilić #日本語 #снег_2024 #हिन्दी', ['#Čilić', '#日本語', '#снег_2024', '#हिन्दी']],
    ['＃full width', ['＃full']],
    ['#1 is a number, #1st is not', ['#1st']],
    ['no#tag, &#39; is an entity', []],
    ['(#in), #end.', ['#in', '#end']],
    ['#one#two', ['#one']],
    [`#${'a'.repeat(101)}`, []],
  ])('%s', (text, expected) => expect(covered(text)).toEqual(expected));
});

describe('mentions', () => {
  test.each([
    ['@ada, @Grace_Hopper!', ['@ada', '@Grace_Hopper']],
    ['mail me@example.org', []],
    ['@ada@example.org', []],
    ['(@ada)', ['@ada']],
    ['@adaß', []],
  ])('%s', (text, expected) => expect(covered(text)).toEqual(expected));
});

describe('links', () => {
  test.each([
    ['see https://example.org/a?b=c#d.', ['https://example.org/a?b=c#d']],
    ['(https://example.org)', ['https://example.org']],
    ['https://en.wikipedia.org/wiki/Cat_(animal)', ['https://en.wikipedia.org/wiki/Cat_(animal)']],
    ['(see https://en.wikipedia.org/wiki/Cat_(animal)).', ['https://en.wikipedia.org/wiki/Cat_(animal)']],
    ['“https://example.org/”!', ['https://example.org/']],
    ['見て https://example.org/a_。', ['https://example.org/a_']],
    ['HTTP://EXAMPLE.ORG', ['HTTP://EXAMPLE.ORG']],
    ['https://example.org/@ada/#tag', ['https://example.org/@ada/#tag']],
    ['ftp://example.org https:// http://', []],
    ['xhttps://example.org', []],
    ['https://example.org@evil.example/ https://example.org:443@evil.example', []],
  ])('%s', (text, expected) => expect(covered(text)).toEqual(expected));
});

test('offsets count code points, not UTF-16 units', () => {
  expect(findFacets('👩‍🚀😀 #cats')).toEqual([{ start: 5, end: 10, hashtag: 'cats' }]);
});

test('whatever people write, facets lie within the text, in order, and never overlap', () => {
  const piece = fc.constantFrom('#', '@', 'https://', 'a', '.', ')', '(', ' ', '😀', 'é', '1', '_', '/');
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (written) => {
      const ends = findFacets(written).flatMap(({ start, end }) => [start, end]);
      expect(ends).toEqual([...ends].sort((one, other) => one - other));
      expect(ends.at(-1) ?? 0).toBeLessThanOrEqual([...written].length);
    }),
  );
});

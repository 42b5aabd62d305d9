import { expect, test } from 'vitest';
import { isBlank, readText } from './text.ts';

const rule = { path: 'input.text', what: 'A text', max: 10 };

/** By its code point: no editor shows them. */
const UNSEEN = {
  'zero width space': '\u200b',
  joiner: '\u200d',
  'soft hyphen': '\u00ad',
  'filler of Hangul': '\u3164',
  'braille without dots': '\u2800',
  'tag character': '\u{e0041}',
  'turn of direction': '\u202e',
  'mark without a letter': '\u0301',
  'blank of all kinds': '\u00a0 \u3000\u2028\ufeff\n\t',
};

test.each(Object.entries(UNSEEN))('a text of nothing but %s is empty', (_, text) => {
  expect(() => readText(text.repeat(3), rule)).toThrow('A text cannot be empty.');
  expect(readText(text, { ...rule, mayBeEmpty: true })).toBe('');
});

test.each(['a', '1', '.', '👩‍👧', '☕️', 'नि', '1️⃣', '\ud800', '\uf8ff'])(
  'a text that shows something is kept: %s',
  (text) => {
    expect(readText(text, rule)).toBe(text.toWellFormed());
    expect(isBlank(text)).toBe(false);
  },
);

test('what joins and marks the letters of a text stays in it', () => {
  expect(readText(' می\u200cخواهم ', rule)).toBe('می\u200cخواهم');
});

import { expect, test } from 'vitest';
import { hashtagsOf, readCommentText } from './comment-text.ts';

test('a comment has 1 to 2000 characters, an emoji counts as one, control characters as none', () => {
  expect(readCommentText(' hello ')).toBe('hello');
  expect(readCommentText('😀'.repeat(2_000))).toHaveLength(4_000);
  expect(() => readCommentText('😀'.repeat(2_001))).toThrow('at most 2000');
  expect(() => readCommentText(' \n ')).toThrow('cannot be empty');
  expect(readCommentText('a\0b\u0007')).toBe('ab');
});

test('hashtags are found as written, each once', () => {
  expect(hashtagsOf('#Rust and #rust, #Zürich! (#日本) a#b #1 #1st https://x.io/#top')).toEqual([
    'Rust',
    'Zürich',
    '日本',
    '1st',
  ]);
});

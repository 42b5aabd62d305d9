import { expect, test } from 'vitest';
import { depthsOf } from './comment-depth.ts';

test('a reply lies one deeper than its parent, wherever that came', () => {
  const comments = [
    { id: 'top', parentId: null },
    { id: 'reply', parentId: 'top' },
    { id: 'late', parentId: 'earlier' },
  ];
  expect([...depthsOf(comments, new Map([['earlier', 4]])).values()]).toEqual([0, 1, 5]);
});

test('a reply without its parent is refused', () => {
  expect(() => depthsOf([{ id: 'reply', parentId: 'nowhere' }], new Map())).toThrow('has not come before');
});

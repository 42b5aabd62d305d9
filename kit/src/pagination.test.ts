import { expect, test } from 'vitest';
import { encodeCursor, encodePosition, readPage, toConnection } from './pagination.ts';

const id = '01234567-89ab-7def-8123-456789abcdef';

test('a cursor is read as the position it was made of', () => {
  const position = { at: new Date('2026-11-21T10:00:00.123Z'), id };

  expect(readPage({ first: 5, after: encodePosition(position) })).toEqual({ first: 5, after: position });
});

test.each([
  ['nonsense', 'nonsense'],
  ['another version', Buffer.from(`0|0|${id}`).toString('base64url')],
  ['too few parts', encodeCursor(0)],
  ['no number', encodeCursor('soon', id)],
  ['a time that Postgres cannot read', encodeCursor(8.64e15, id)],
  ['an id that is none', encodeCursor(0, "'; drop table")],
])('a cursor with %s is refused', (_, after) => {
  expect(() => readPage({ after })).toThrow('This is not a cursor of this list.');
});

test.each([0, -1, 101, 1e9])('a page of %d is refused', (first) => {
  expect(() => readPage({ first })).toThrow('Ask for 1 to 100 items at a time.');
});

test('the row beyond the page tells that there are more and is not shown', () => {
  const connection = toConnection([1, 2, 3], { first: 2 }, (node) => ({ cursor: String(node), node }));

  expect(connection.edges.map(({ node }) => node)).toEqual([1, 2]);
  expect(connection.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false, startCursor: '1', endCursor: '2' });
});

import { expect, test } from 'vitest';
import { madeAt, newId, uuidV7 } from './new-id.ts';

test('ten thousand ids made in a row are in order, distinct, and UUIDs of version 7', () => {
  const ids = Array.from({ length: 10_000 }, newId);

  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('an id of a given moment and bytes begins with the moment', () => {
  const id = uuidV7(new Date('2010-02-26T18:49:09.419Z'), new Uint8Array(10).fill(0xff));

  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2010-02-26T18:49:09.419Z'));
  expect(id.slice(14)).toBe('7fff-bfff-ffffffffffff');
});

test('an id tells when it was made', () => {
  const moment = new Date('2026-03-14T15:09:26.535Z');

  expect(madeAt(uuidV7(moment, new Uint8Array(10)))).toEqual(moment);
});

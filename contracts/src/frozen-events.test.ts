import { expect, test } from 'vitest';
import { z } from 'zod';
import { events } from './events.ts';
import { findBrokenPromises, readFrozenEvents, schemasOf } from './frozen-events.ts';

test('what an event says never changes under its name', () => {
  expect(findBrokenPromises(events, readFrozenEvents())).toEqual([]);
});

test('a changed payload asks for a new version, a new event to be frozen', () => {
  const said = (payload: z.ZodType) => ({ 'numbers.said.v1': { payload, heardBy: [] } });
  const frozen = schemasOf(said(z.object({ number: z.int() })));
  const broken = (payload: z.ZodType) => findBrokenPromises(said(payload), frozen);

  expect(broken(z.object({ number: z.int() }))).toEqual([]);
  for (const payload of [
    z.object({ number: z.int(), note: z.string().optional() }),
    z.object({ number: z.int().positive() }),
    z.object({}),
  ]) {
    expect(broken(payload)).toEqual([expect.stringContaining('give it a new version')]);
  }
  expect(findBrokenPromises(said(z.object({})), {})).toEqual(['numbers.said.v1 is new: npm run events -- freeze.']);
});

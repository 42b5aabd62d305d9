import { expect, test } from 'vitest';
import { generateObject, type ObjectField } from './generate-object.ts';
import { BUBBLE, type Shaping } from './shaping.ts';

// Only what fields read with looks at it.
const shaping = {} as Shaping;

const field = (name: string, more: Partial<ObjectField> = {}): ObjectField => ({
  name,
  read: (source) => `read ${source[name]}`,
  scalar: undefined,
  ...more,
});

const scalar = (type: string): ObjectField => field('value', { scalar: { key: 'value', type } });

test.each([
  ['String', ['', 'text'], [1, true, {}, null, undefined]],
  ['ID', ['1'], [1, null]],
  ['Boolean', [true, false], ['true', 0, null]],
  ['Float', [1.5, 1e300], ['1', null]],
  ['Int', [0, -1, 2_147_483_647, -2_147_483_648], [1.5, 2_147_483_648, Number.NaN, '1', true, null]],
  ['DateTime', [], ['2026-01-01', 1]],
])('a value of %s is taken as it is, any other is read', (type, taken, others) => {
  const shape = generateObject([scalar(type)]);
  expect(taken.map((value) => shape({ value }, shaping))).toEqual(taken.map((value) => ({ value })));
  expect(others.map((value) => shape({ value }, shaping))).toEqual(others.map((value) => ({ value: `read ${value}` })));
});

test('fields keep their order and take their value from under its key', () => {
  const shape = generateObject([field('b', { scalar: { key: '_0', type: 'String' } }), field('a')]);
  expect(JSON.stringify(shape({ a: 1, _0: 'first' }, shaping))).toBe('{"b":"first","a":"read 1"}');
});

test('a field that bubbles takes its object along', () => {
  expect(generateObject([field('a'), field('b', { read: () => BUBBLE })])({}, shaping)).toBe(BUBBLE);
  expect(generateObject([{ ...scalar('String'), read: () => BUBBLE }])({ value: 1 }, shaping)).toBe(BUBBLE);
});

test('a field may have the name of a word of JavaScript, or that of the prototype', () => {
  const names = ['class', 'source', 'reads', 'value0', '__proto__'];
  const made = generateObject(names.map((name) => field(name, { read: () => name })))({}, shaping);
  expect(JSON.stringify(made)).toBe(`{${names.map((name) => `"${name}":"${name}"`)}}`);
  expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
});

test('what is no name never becomes code', () => {
  expect(() => generateObject([field('a: 1, b')])).toThrow('is no GraphQL name');
  expect(() => generateObject([field('a', { scalar: { key: 'a; b', type: 'ID' } })])).toThrow('is no GraphQL name');
});

import { expect, test } from 'vitest';
import { readNewPassword } from './password.ts';

const read = (password: string) => readNewPassword(password, 'input.password', ['maria@example.org', 'maria_alkaios']);

test.each(['correct horse', '🔑🔑🔑🔑🔑🔑🔑🔑', 'ünïcödé!', ' spaces count ', 'x'.repeat(256)])(
  '"%s" will do',
  (password) => {
    expect(read(password)).toBe(password.normalize('NFKC'));
  },
);

test.each([
  ['1234567', /at least 8/],
  ['🔑'.repeat(257), /at most 256/],
  ['PassWord1', /first that anybody tries/],
  ['MARIA_alkaios', /cannot be the e-mail address or the handle/],
  ['maria@example.org', /cannot be the e-mail address or the handle/],
])('"%s" is refused', (password, sentence) => {
  expect(() => read(password)).toThrow(sentence);
});

test('the same characters are the same password however a keyboard composes them', () => {
  expect(read('caf\u00e9 au lait')).toBe(read('cafe\u0301 au lait'));
});

import { expect, test } from 'vitest';
import { readEmail } from './email.ts';

test.each([
  [' Maria@Example.ORG ', 'Maria@example.org'],
  ['maría@bücher.example', 'maría@bücher.example'],
  ['me+tag@mail.example.co.uk', 'me+tag@mail.example.co.uk'],
])('%s is %s', (raw, email) => {
  expect(readEmail(raw, 'input.email')).toBe(email);
});

test.each([
  '',
  'maria',
  '@example.org',
  'maria@',
  'maria@localhost',
  'a b@example.org',
  'a@b@example.org',
  'a@example..org',
])('"%s" is no address', (raw) => {
  expect(() => readEmail(raw, 'input.email')).toThrow('not an e-mail address');
});

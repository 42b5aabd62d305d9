import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { withoutValues } from './log.ts';

test('a failed statement is logged without the values it carried', () => {
  const cause = Object.assign(new Error('duplicate key'), { detail: 'Key (email)=(ada@example.org) already exists.' });
  const error = new DrizzleQueryError(
    'insert into account values ($1, $2)',
    ['ada@example.org', '$argon2id$secret'],
    cause,
  );

  const logged = JSON.stringify(withoutValues(error));

  expect(logged).toContain('insert into account values ($1, $2)');
  expect(logged).toContain('duplicate key');
  expect(logged).not.toMatch(/ada@example|argon2id/);
});

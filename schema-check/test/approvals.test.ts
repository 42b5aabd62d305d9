import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartupError } from '@nexus/kit/startup-error';
import { expect, test } from 'vitest';
import { approve } from '../src/approvals/approve.ts';
import { readApprovals } from '../src/approvals/read-approvals.ts';
import type { Finding } from '../src/finding.ts';

const REMOVED: Finding = {
  code: 'FIELD_REMOVED',
  severity: 'error',
  message: "Field 'email' was removed from object type 'User'.",
  remedy: 'Keep it.',
  coordinate: 'User.email',
  place: { file: 'users.graphql', line: 11, column: 3 },
  variant: undefined,
  operations: [],
};

const APPROVAL = {
  code: 'FIELD_REMOVED',
  coordinate: 'User.email',
  reason: 'Nobody reads it.',
  by: 'ada',
  expires: '2026-03-31',
  place: { file: 'approvals.yaml', line: 2, column: 5 },
};

test('an approved finding does not stand, up to its last day', () => {
  const { findings, approved } = approve([REMOVED], [APPROVAL], '2026-03-31');

  expect(findings).toEqual([]);
  expect(approved).toEqual([{ finding: REMOVED, approval: APPROVAL }]);
});

test('the day after it stands again, and who approved it is said', () => {
  const { findings, approved } = approve([REMOVED], [APPROVAL], '2026-04-01');

  expect(approved).toEqual([]);
  expect(findings).toMatchObject([
    { code: 'FIELD_REMOVED', severity: 'error' },
    { code: 'APPROVAL_EXPIRED', severity: 'warning', place: { line: 2 } },
  ]);
});

test('what is approved and not needed is said, and fails nothing', () => {
  const { findings } = approve([REMOVED], [APPROVAL, { ...APPROVAL, coordinate: 'User.phone' }], '2026-03-01');

  expect(findings).toMatchObject([{ code: 'APPROVAL_UNUSED', severity: 'notice', coordinate: 'User.phone' }]);
});

test('an approval for a variant is none for the whole', () => {
  const { approved } = approve([REMOVED], [{ ...APPROVAL, variant: 'public' }], '2026-03-01');

  expect(approved).toEqual([]);
});

test('approvals are read with their lines; no file means none', async () => {
  await using file = await fileWith(`# why
approvals:
  - code: FIELD_REMOVED
    coordinate: User.email
    reason: Nobody reads it.
    by: ada
    expires: 2026-03-31
`);

  expect(await readApprovals(file.path)).toEqual([{ ...APPROVAL, place: { file: file.path, line: 3, column: 5 } }]);
  expect(await readApprovals(`${file.path}.not`)).toEqual([]);
});

test.each([
  ['approvals:\n  - code: FIELD_REMOVED\n    by: ada\n    reason: x\n    expires: 2026-03-31', /say what is approved/],
  ['approvals:\n  - code: X\n    coordinate: A.b\n    by: ada\n    reason: x\n    expires: tomorrow', /expires/],
  ['approvals:\n  - code: X\n    coordinate: A.b\n    by: ada\n    expires: 2026-03-31', /reason/],
  ['approvals: [', /is not YAML/],
])('what is no list of approvals is refused with a reason', async (text, reason) => {
  await using file = await fileWith(text);

  const reading = readApprovals(file.path);

  await expect(reading).rejects.toThrow(StartupError);
  await expect(reading).rejects.toThrow(reason);
});

async function fileWith(text: string) {
  const folder = await mkdtemp(join(tmpdir(), 'approvals-'));
  const path = join(folder, 'approvals.yaml');
  await writeFile(path, text);
  return { path, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

import { stripVTControlCharacters } from 'node:util';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import type { Finding } from '../src/finding.ts';
import type { Operation } from '../src/operation.ts';
import { github } from '../src/reports/github.ts';
import { json } from '../src/reports/json.ts';
import { junit } from '../src/reports/junit.ts';
import { markdown } from '../src/reports/markdown.ts';
import type { Report } from '../src/reports/report.ts';
import { text } from '../src/reports/text.ts';

const operation = (name: string, count: number): Operation => ({
  id: name,
  name,
  document: parse('{ me { id } }'),
  origin: 'recorded',
  count,
  clients: [{ name: 'web', version: '1', count }],
});

const HOME = operation('Home', 75);
const PROFILE = operation('Profile', 5);

const finding = (given: Partial<Finding>): Finding => ({
  code: 'FIELD_REMOVED',
  severity: 'error',
  message: 'Gone: 100 %,\n<b>User.email</b> & @ada "said" \u0007it.',
  remedy: 'Keep it.',
  coordinate: 'User.email(a:)',
  place: { file: 'sub graphs/a,b:users.graphql', line: 3, column: 5 },
  variant: undefined,
  operations: [HOME, PROFILE],
  ...given,
});

const report = (findings: readonly Finding[]): Report => ({
  base: 'main (1a2b3c4)',
  head: 'the working tree',
  findings,
  approved: [],
  operations: [HOME, PROFILE, operation('Other', 20)],
  milliseconds: 1234,
});

const NOTICE = finding({ severity: 'notice', code: 'FIELD_ADDED', message: 'New.', operations: [], variant: 'public' });

test('a terminal is told the place, who uses it with its share, and what to do', () => {
  const lines = stripVTControlCharacters(text(report([finding({ message: 'Gone.' }), NOTICE]))).split('\n');

  expect(lines).toEqual([
    '1 error',
    '  sub graphs/a,b:users.graphql:3:5  FIELD_REMOVED  User.email(a:)',
    '    Gone.',
    '    used by Home 75 %, Profile 5 % (web): 80 % of the requests',
    '    → Keep it.',
    '',
    '1 notice',
    '  sub graphs/a,b:users.graphql:3:5  FIELD_ADDED  User.email(a:)  in public  New.',
    '',
    '✗ 1 error, 1 notice — the working tree against main (1a2b3c4), 3 operations known, 1.2 s',
    '',
  ]);
});

test('an annotation is one line whatever is in it', () => {
  const [annotation] = github(report([finding({})])).split('\n');

  expect(annotation).toBe(
    '::error file=sub graphs/a%2Cb%3Ausers.graphql,line=3,col=5,title=FIELD_REMOVED User.email(a%3A)::' +
      'Gone: 100 %25,%0A<b>User.email</b> & @ada "said" \u0007it.%0A' +
      'Used by Home 75 %25, Profile 5 %25 (web): 80 %25 of the requests.%0AKeep it.',
  );
});

test('a comment holds no markup of the schema, is found again and is not too long', () => {
  const comment = markdown(report([finding({})]));
  const long = markdown(report(Array.from({ length: 2_000 }, () => finding({}))));

  expect(comment).toMatch(/^<!-- schema-check -->\n## ❌ Schema check: 1 error\n/);
  expect(comment).not.toMatch(/<b>|@ada/);
  expect(long.length).toBeLessThan(65_536);
  expect(long).toContain('…and more');
});

test("JUnit's XML is well-formed; only errors fail", () => {
  const xml = junit(report([finding({}), NOTICE]));

  expect(openElements(xml)).toEqual([]);
  expect(xml).toContain('tests="2" failures="1"');
  expect(xml.match(/<failure /g)).toHaveLength(1);
  expect(xml).not.toContain('\u0007');
  expect(openElements(junit(report([])))).toEqual([]);
});

test('JSON tells shares as numbers, null where nothing was counted', () => {
  const [first] = JSON.parse(json(report([finding({})]))).findings;
  const [unknown] = JSON.parse(json({ ...report([finding({ operations: [] })]), operations: [] })).findings;

  expect(first).toMatchObject({ share: 0.8, operations: [{ name: 'Home', share: 0.75 }, { name: 'Profile' }] });
  expect(unknown).toMatchObject({ share: null });
});

/** Elements that are opened and not closed, or closed and not opened; throws at a sign that has to be escaped. */
function openElements(xml: string): string[] {
  const ELEMENT = /<(?:\?xml [^<>]*\?|(\/?)([\w-]+)(?: \w+="[^"<>]*")*(\/?))>/g;
  const rest = xml.replace(ELEMENT, '').replace(/&(?:amp|lt|gt|quot|#10);/g, '');
  if (/[<>&]/.test(rest)) throw new Error(`Not escaped: ${rest}`);
  const open: string[] = [];
  for (const [, closing, name, empty] of xml.matchAll(ELEMENT)) {
    if (name === undefined || empty) continue;
    if (closing && open.at(-1) === name) open.pop();
    else open.push(name);
  }
  return open;
}

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { corpus } from './corpus.ts';
import { type Misjudged, misjudged } from './diff-tool.ts';
import { inWords } from './in-words.ts';
import { readSocial, startInGit, startInMemory } from './social.ts';

const PAGE = fileURLToPath(new URL('../../../docs/schema-check.md', import.meta.url));

/** As many go through git as time allows; all others are checked in the same way, without files. */
const EVERY = 20;

const social = await readSocial();
const check = await startInMemory(social);
const rows: Misjudged[] = [];

test.each(corpus)('$title', async (one) => {
  const judged = await check(one);
  rows.push(...(await misjudged(one, judged)));

  expect(verdictOf(judged.findings.map(inWords), one.verdict)).toEqual(one.verdict.toSorted());
});

test('a pull request is told the same', async () => {
  await using repository = await startInGit(social);
  for (const one of corpus.filter((_, index) => index % EVERY === 0)) {
    const findings = await repository.check(one);
    expect(verdictOf(findings.map(inWords), one.verdict), one.title).toEqual(one.verdict.toSorted());
  }
});

test('the page lists the changes that a diff of the API takes for something else', async () => {
  const table = ['| change | graphql-inspector | the check |', '|---|---|---|', ...rows.map(rowInWords)].join('\n');
  const page = await readFile(PAGE, 'utf8');

  expect(rows.length).toBeGreaterThanOrEqual(25);
  // `vitest -u` writes the page anew.
  await expect(page.replace(/\| change \|(?:.*\n)*?(?=\n)/, `${table}\n`)).toMatchFileSnapshot(PAGE);
});

/** All errors and warnings, and those of the notices that matter. */
const verdictOf = (said: readonly string[], verdict: readonly string[]): string[] =>
  said.filter((words) => !words.startsWith('notice') || verdict.includes(words)).sort();

const rowInWords = ({ title, diffSays, checkSays }: Misjudged): string => `| ${title} | ${diffSays} | ${checkSays} |`;

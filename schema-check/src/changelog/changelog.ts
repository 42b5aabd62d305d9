import { type Change as Difference, diff } from '@graphql-inspector/core';
import { apiSchemaOf } from '@nexus/gateway/composition/api-schema';
import type { GraphQLSchema } from 'graphql';
import { isWorthTelling } from '../rules/api/worth-telling.ts';
import type { Version } from './history.ts';

const TITLE = `# Changes of the API

What changed for clients, newest first. Written by \`npm run changelog\` from the history of the committed supergraph; new
descriptions are left out.
`;

/** The changes of an API from version to version as Markdown; the versions are given the oldest first. */
export async function changelogOf(versions: readonly Version[]): Promise<string> {
  const entries: string[] = [];
  let before: GraphQLSchema | undefined;
  for (const version of versions) {
    const api = apiSchemaOf(version.supergraph);
    const changes = before ? groupsOf(await diff(before, api)) : ['', 'The first version.'];
    if (changes.length > 0) entries.push([headingOf(version), ...changes].join('\n'));
    before = api;
  }
  return [TITLE, ...entries.toReversed().map((entry) => `${entry}\n`)].join('\n');
}

const headingOf = ({ date, title, commit }: Version): string =>
  `## ${date} · ${asText(title)} (${commit.slice(0, 10)})`;

const GROUPS = [
  ['BREAKING', 'Breaking'],
  ['DANGEROUS', 'May surprise'],
  ['NON_BREAKING', 'Safe'],
] as const;

function groupsOf(differences: readonly Difference[]): string[] {
  const told = differences.filter(isWorthTelling(differences)).filter(({ type }) => !type.includes('DESCRIPTION'));
  return GROUPS.flatMap(([level, title]) => {
    const lines = told.filter(({ criticality }) => criticality.level === level).map(({ message }) => asText(message));
    return lines.length === 0 ? [] : ['', `**${title}**`, '', ...lines.map((line) => `- ${line.replace(/\.?$/, '.')}`)];
  });
}

/** Titles and reasons of deprecation are text, and no markup. */
const asText = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replace(/[\\`*<|]/g, (sign) => `\\${sign}`)
    .replaceAll('](', ']\\(');

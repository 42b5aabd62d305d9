import type { DevOptions } from './options.ts';

type Running = {
  gateway: string;
  fronts: readonly { name: string; url: string }[];
  options: DevOptions;
  others: readonly string[];
  /** On whose behalf requests are that do not say. */
  viewer: string;
};

const LIST = new Intl.ListFormat('en-GB');

/** What a developer needs: where the graph is, where their subgraph is alone, and what a save does. */
export function developmentBanner({ gateway, fronts, options, others, viewer }: Running): string {
  const rows: [label: string, value: string][] = [
    ['Playground', `${gateway}/`],
    ['GraphQL', `${gateway}/graphql`],
    ...fronts.map(({ name, url }): [string, string] => [`${name} alone`, `${url}/  (asks as ${viewer})`]),
    [
      'Save',
      'a schema.graphql or any source file: it is served at once, or what is wrong is said here and on the page',
    ],
    ['Stop', 'Ctrl-C'],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  const rest = others.length > 0 ? `; ${LIST.format(others)}: ${wordsFor(options.others)}` : '';
  return [
    '',
    `  Nexus in development: ${LIST.format(options.names)} from source${rest}.`,
    '',
    ...rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`),
    '',
  ].join('\n');
}

function wordsFor(others: DevOptions['others']): string {
  if (others.kind === 'mock') return 'made up from the schema';
  return others.kind === 'real' ? 'real' : others.pattern;
}

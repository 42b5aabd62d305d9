import { DEMO } from './demo.ts';

type Urls = { gateway: string; subgraphs: readonly { name: string; url: string }[] };

/** What a person needs once everything runs: where it is, how to sign in, how to stop it. */
export function banner({ gateway, subgraphs }: Urls, hasDemo: boolean): string {
  const rows: [string, string][] = [
    ['Playground', `${gateway}/`],
    ['GraphQL', `${gateway}/graphql`],
    ...subgraphs.map(({ name, url }): [string, string] => [name, `${url}/graphql`]),
  ];
  if (hasDemo) rows.push(['Sign in as', `${DEMO.handle} with the password ${DEMO.password}`]);
  rows.push(['Stop', 'Ctrl-C']);
  const width = Math.max(...rows.map(([label]) => label.length));
  return [
    '',
    '  Nexus is running.',
    '',
    ...rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`),
    '',
  ].join('\n');
}

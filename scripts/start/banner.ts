import { DEMO } from './demo-person.ts';

type Running = {
  gateway: string;
  subgraphs: readonly { name: string; url: string }[];
  hasPlayground: boolean;
  hasDemo: boolean;
};

/** What a person needs once everything runs: where it is, how to sign in, how to stop it. */
export function banner({ gateway, subgraphs, hasPlayground, hasDemo }: Running): string {
  const rows: [label: string, value: string][] = [['GraphQL', `${gateway}/graphql`]];
  if (hasPlayground) rows.unshift(['Playground', `${gateway}/`]);
  if (hasDemo) rows.push(['Sign in as', `${DEMO.handle} with the password ${DEMO.password}`]);
  rows.push(['Subgraphs', `${subgraphs.map(({ url }) => url).join('  ')}  (they answer the gateway only)`]);
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

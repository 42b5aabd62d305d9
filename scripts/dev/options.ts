import { readCommandLine, readNumber } from '@nexus/kit/command-line';
import { StartupError } from '@nexus/kit/startup-error';
import type { Others } from './others.ts';

const USAGE = 'Usage: npm run dev -- [SUBGRAPH…] [--others mock|real|URL] [--viewer HANDLE] [--port N] [--help]';

export const HELP = `${USAGE}

Runs subgraphs from their source, starts them again on each save, composes anew when a schema changes, and serves the
whole graph with a playground. Without a name: all subgraphs.

  --others mock   answers for the others are made up from their schema.graphql, the same each time (default)
  --others real   the others run, too, as they were at the start
  --others URL    the others answer elsewhere: {name} stands for the name of one, {n} for its place as two digits
                  (https://{name}.staging.example/graphql, http://127.0.0.1:40{n}/graphql); NEXUS_SECRET must be theirs
  --viewer HANDLE who asks in a subgraph's own playground, where the request does not say (default: the demo person)
  --port N        where the gateway listens; the subgraphs follow it, 0 for any free ports (default 4000)
  --help          this text`;

const OPTIONS = {
  others: { type: 'string', default: 'mock' },
  viewer: { type: 'string' },
  port: { type: 'string' },
} as const;

export type DevOptions = {
  /** Those that are run from source. */
  names: readonly string[];
  others: Others;
  viewer: string | undefined;
  port: number | undefined;
};

/** Reads the command line; a StartupError says what is wrong with it. `known` are all subgraphs. */
export function readOptions(args: string[], known: readonly string[]): DevOptions {
  const { values, positionals } = readCommandLine(USAGE, { args, options: OPTIONS, allowPositionals: true });
  const unknown = positionals.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new StartupError(`There is no subgraph "${unknown}". There are: ${known.join(', ')}.`);
  }
  return {
    names: positionals.length > 0 ? [...new Set(positionals)] : known,
    others: readOthers(values.others),
    viewer: values.viewer,
    port: values.port === undefined ? undefined : readNumber('--port', values.port, { from: 0, to: 65_500 }),
  };
}

function readOthers(text: string): Others {
  if (text === 'mock' || text === 'real') return { kind: text };
  const example = text.replaceAll('{name}', 'name').replaceAll('{n}', '01');
  if (/^https?:$/.test(URL.parse(example)?.protocol ?? '')) return { kind: 'url', pattern: text };
  throw new StartupError(`--others must be mock, real or a URL like http://127.0.0.1:40{n}/graphql, not "${text}".`);
}

import { fileURLToPath } from 'node:url';
import { freePort } from '@nexus/kit/free-port';
import { type Child, type Core, startChild, waitForAnswer } from '../child.ts';
import { hiveBin } from './hive.ts';

export const CONTENDERS = ['nexus', 'apollo', 'hive-jit', 'hive-router', 'limit'] as const;
export type ContenderName = (typeof CONTENDERS)[number];

export const TITLES: Readonly<Record<ContenderName, string>> = {
  nexus: 'Nexus',
  apollo: '@apollo/gateway + Apollo Server standalone',
  'hive-jit': 'Hive Gateway --jit',
  'hive-router': 'Hive Gateway, Rust planner',
  limit: 'limit: the same fetches, a ready body',
};

type Command = { script: string; args: string[]; options?: readonly string[] };

const CLI = fileURLToPath(new URL('../../../gateway/src/cli.ts', import.meta.url));
const APOLLO = fileURLToPath(new URL('apollo-process.ts', import.meta.url));
const LIMIT = fileURLToPath(new URL('limit-process.ts', import.meta.url));

const hive = (file: string, port: string): Command => ({
  script: hiveBin(),
  args: ['supergraph', file, '--port', port, '--host', '127.0.0.1'],
});

const COMMANDS: Readonly<Record<ContenderName, (file: string, port: string) => Command>> = {
  nexus: (file, port) => ({
    // As `npm run gateway` does.
    options: ['--single-threaded-gc', '--no-memory-reducer', '--max-semi-space-size=64'],
    script: CLI,
    args: ['--supergraph', file, '--port', port, '--environment', 'production'],
  }),
  apollo: (file, port) => ({ script: APOLLO, args: [file, port] }),
  'hive-jit': (file, port) => ({ ...hive(file, port), args: [...hive(file, port).args, '--jit'] }),
  'hive-router': (file, port) => ({ ...hive(file, port), args: [...hive(file, port).args, '--hive-router-runtime'] }),
  limit: (_, port) => ({ script: LIMIT, args: [port] }),
};

export type RunningContender = { name: ContenderName; child: Child; url: string };

type Place = { file: string; profileFolder: string | undefined; core?: Core | undefined };

/** Starts one gateway on a supergraph file, unless told otherwise pinned to the core that is measured. */
export async function startContender(
  name: ContenderName,
  { file, profileFolder, ...on }: Place,
  resources: AsyncDisposableStack,
): Promise<RunningContender> {
  const port = await freePort();
  const child = resources.use(startChild({ core: 0, ...on, ...COMMANDS[name](file, `${port}`), profileFolder }));
  const url = `http://127.0.0.1:${port}/graphql`;
  await waitForAnswer(child, url);
  return { name, child, url };
}

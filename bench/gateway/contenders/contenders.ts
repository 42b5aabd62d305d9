import { fileURLToPath } from 'node:url';
import { freePort } from '@nexus/kit/free-port';
import { type Child, type Core, startChild, waitForAnswer } from '../child.ts';
import { hiveBin } from './hive.ts';

export const CONTENDERS = ['nexus', 'nexus-counting', 'apollo', 'hive-jit', 'hive-router', 'limit'] as const;
export type ContenderName = (typeof CONTENDERS)[number];

export const TITLES: Readonly<Record<ContenderName, string>> = {
  nexus: 'Nexus',
  'nexus-counting': 'Nexus, which counts usage',
  apollo: '@apollo/gateway + Apollo Server standalone',
  'hive-jit': 'Hive Gateway --jit',
  'hive-router': 'Hive Gateway, Rust planner',
  limit: 'limit: the same fetches, a ready body',
};

/** Where a contender listens, what it serves, and where it counts if it does. */
type Task = { file: string; port: string; usageUrl: string | undefined };
type Command = { script: string; args: string[]; options?: readonly string[] };

const CLI = fileURLToPath(new URL('../../../gateway/src/cli.ts', import.meta.url));
const APOLLO = fileURLToPath(new URL('apollo-process.ts', import.meta.url));
const LIMIT = fileURLToPath(new URL('limit-process.ts', import.meta.url));

const hive = ({ file, port }: Task): Command => ({
  script: hiveBin(),
  args: ['supergraph', file, '--port', port, '--host', '127.0.0.1'],
});

/** As `npm run gateway` has them. */
const OUR_OPTIONS = [
  ...['--single-threaded-gc', '--no-memory-reducer'],
  ...['--max-semi-space-size=64', '--no-allocation-site-pretenuring'],
];

const nexus = ({ file, port }: Task): Command => ({
  options: OUR_OPTIONS,
  script: CLI,
  args: ['--supergraph', file, '--port', port, '--environment', 'production'],
});

const COMMANDS: Readonly<Record<ContenderName, (task: Task) => Command>> = {
  nexus,
  'nexus-counting': (task) => ({ ...nexus(task), args: [...nexus(task).args, '--usage', task.usageUrl ?? ''] }),
  apollo: ({ file, port }) => ({ script: APOLLO, args: [file, port] }),
  'hive-jit': (task) => ({ ...hive(task), args: [...hive(task).args, '--jit'] }),
  'hive-router': (task) => ({ ...hive(task), args: [...hive(task).args, '--hive-router-runtime'] }),
  limit: ({ port }) => ({ script: LIMIT, args: [port] }),
};

export type RunningContender = { name: ContenderName; child: Child; url: string };

type Place = {
  file: string;
  profileFolder: string | undefined;
  core?: Core | undefined;
  usageUrl?: string | undefined;
};

/** Starts one gateway on a supergraph file, unless told otherwise pinned to the core that is measured. */
export async function startContender(
  name: ContenderName,
  { file, usageUrl, profileFolder, ...on }: Place,
  resources: AsyncDisposableStack,
): Promise<RunningContender> {
  const port = await freePort();
  const child = resources.use(
    startChild({ core: 0, ...on, ...COMMANDS[name]({ file, port: `${port}`, usageUrl }), profileFolder }),
  );
  const url = `http://127.0.0.1:${port}/graphql`;
  await waitForAnswer(child, url);
  return { name, child, url };
}

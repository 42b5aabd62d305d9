import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export type RunningDev = AsyncDisposable & {
  /** Origins: the graph's, and the subgraph's that is developed. */
  gateway: string;
  subgraph: string;
  output(): string;
  /** Ctrl-C; gives the exit code. */
  end(): Promise<number | null>;
};

type Start = { house: string; args: readonly string[]; env: Readonly<Record<string, string>> };

/** `npm run dev` of a copy of the house, waited for until it says where it is; rejects with what it said where it ends. */
export async function startDev({ house, args, env }: Start): Promise<RunningDev> {
  const command = ['--max-semi-space-size=64', join(house, 'scripts/dev.ts'), ...args];
  const child = spawn(process.execPath, command, { env: { ...env }, cwd: house });
  let said = '';
  const leave = () => child.kill('SIGTERM');
  process.once('exit', leave);
  const ended = once(child, 'close').then(([code]) => {
    process.off('exit', leave);
    return code as number | null;
  });
  const shown = Promise.withResolvers<void>();
  const hear = (chunk: Buffer) => {
    said += chunk;
    if (said.includes('Ctrl-C')) shown.resolve();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  await Promise.race([shown.promise, ended.then(() => Promise.reject(new Error(said)))]);
  const originOf = (label: string) => said.match(new RegExp(`${label} +(http://[^/]+)/`))?.[1] ?? '';
  const end = async () => {
    child.kill('SIGINT');
    return await ended;
  };
  const dispose = async () => void (await end());
  return {
    gateway: originOf('Playground'),
    subgraph: originOf(' alone'),
    output: () => said,
    end,
    [Symbol.asyncDispose]: dispose,
  };
}

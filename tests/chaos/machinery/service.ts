import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

/** One process of the product, as an operator runs it. */
export type Service = {
  name: string;
  /** Waits until it says that it is ready. */
  start(): Promise<void>;
  kill(): Promise<void>;
  /** Stops it in its tracks, or lets it go on. */
  freeze(isFrozen: boolean): void;
  stop(): Promise<void>;
  /** What it said and did since the last time that no fault excuses: ends of its own accord, errors that nobody handled. */
  takeOffences(): readonly string[];
};

export type Command = {
  name: string;
  script: string;
  /** What it prints once it is ready. */
  ready: string;
  env: Readonly<Record<string, string>>;
  nodeOptions: readonly string[];
};

const PATIENCE_MS = 60_000;
const UNHANDLED = /unhandled|uncaught|MaxListenersExceeded/i;

/** A process that can be started again and again. */
export function createService(command: Command): Service {
  const offences: string[] = [];
  let process: Running | undefined;

  async function end(signal: NodeJS.Signals): Promise<void> {
    const ended = process;
    process = undefined;
    if (!ended || ended.isGone()) return;
    ended.isExpected = true;
    ended.child.kill('SIGCONT');
    ended.child.kill(signal);
    await ended.gone;
  }

  return {
    name: command.name,
    start: async () => {
      process = run(command, offences);
      await isReady(process, command);
    },
    kill: () => end('SIGKILL'),
    freeze: (isFrozen) => void process?.child.kill(isFrozen ? 'SIGSTOP' : 'SIGCONT'),
    stop: () => end('SIGTERM'),
    takeOffences: () => offences.splice(0),
  };
}

type Running = {
  child: ChildProcess;
  said(): string;
  isGone(): boolean;
  gone: Promise<unknown>;
  isExpected: boolean;
};

function run({ name, script, env, nodeOptions }: Command, offences: string[]): Running {
  const child = spawn(process.execPath, [...nodeOptions, script], { env: { ...env }, stdio: 'pipe' });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  let said = '';
  const hear = (chunk: Buffer) => {
    said += chunk;
    if (UNHANDLED.test(String(chunk))) offences.push(`${name}: ${lastOf(String(chunk))}`);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const gone = once(child, 'close');
  const running: Running = {
    child,
    said: () => said,
    isGone: () => child.exitCode !== null || child.signalCode !== null,
    gone,
    isExpected: false,
  };
  gone.then(
    ([code, signal]) => {
      process.off('exit', kill);
      if (!running.isExpected) offences.push(`${name} ended with ${code ?? signal}: ${lastOf(said)}`);
    },
    () => undefined,
  );
  return running;
}

const lastOf = (said: string) => said.trim().slice(-600);

async function isReady(running: Running, { name, ready }: Command): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await delay(20)) {
    if (running.said().includes(ready)) return;
    if (running.isGone()) throw new Error(`${name} does not start: ${lastOf(running.said())}`);
  }
  throw new Error(`${name} is not ready after a minute: ${lastOf(running.said())}`);
}

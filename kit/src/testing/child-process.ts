import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

const PATIENCE_MS = 20_000;

/** Sees to it that a process leaves with the test that started it, whether that passes, fails or takes too long. */
export function endWithTest(child: ChildProcess): void {
  const end = () => child.kill('SIGTERM');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    const impatient = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    end();
    await ended;
    clearTimeout(impatient);
  });
}

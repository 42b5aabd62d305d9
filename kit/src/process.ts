import { StartupError } from './startup-error.ts';

/** How long everything may take to stop. Whoever sends the signal waits longer; what a part of it does takes less. */
export const DRAIN_MS = 15_000;

/**
 * Runs a process from start to Ctrl-C: whatever `start` puts on the stack is stopped in reverse order, at a signal or
 * when the start fails. A StartupError is one sentence on standard error and exit code 1. A second signal stops at once.
 */
export async function runProcess(start: (resources: AsyncDisposableStack) => Promise<void>): Promise<void> {
  const resources = new AsyncDisposableStack();
  const signalled = nextSignal();
  try {
    await start(resources);
    await signalled;
  } catch (error) {
    tellWhy(error);
  }
  process.once('SIGINT', () => process.exit(130));
  setTimeout(() => process.exit(1), DRAIN_MS).unref();
  await resources.disposeAsync();
  process.exit();
}

/** Runs a command to its end, then stops whatever it put on the stack. A StartupError is one sentence and exit code 1. */
export async function runCommand(command: (resources: AsyncDisposableStack) => Promise<void>): Promise<void> {
  const resources = new AsyncDisposableStack();
  try {
    await command(resources);
  } catch (error) {
    tellWhy(error);
  }
  await resources.disposeAsync();
}

function tellWhy(error: unknown): void {
  console.error(error instanceof StartupError ? error.message : error);
  process.exitCode = 1;
}

/** Resolves at the first Ctrl-C or SIGTERM, also when it comes while the start is still under way. */
function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

import { StartupError } from '@nexus/kit/startup-error';
import type { RunningGateway } from './server.ts';

/** Runs the gateway as this process until Ctrl-C or SIGTERM, then drains it; a StartupError is one line and exit 1. */
export async function runGateway(start: () => Promise<RunningGateway>): Promise<void> {
  const running = await start().catch(giveUp);
  const stop = () => running.stop().then(() => process.exit(0), giveUp);
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function giveUp(error: unknown): never {
  console.error(error instanceof StartupError ? error.message : error);
  process.exit(1);
}

import { spawnSync } from 'node:child_process';
import { StartupError } from '@nexus/kit/startup-error';

/** A schema repository is far smaller. */
const MAX_OUTPUT_BYTES = 1 << 29;

/** What git prints, in the working directory; StartupError with git's own words when it cannot do it. */
export function git(args: readonly string[], input = ''): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', args, { input, maxBuffer: MAX_OUTPUT_BYTES });
  if (status === 0) return stdout;
  throw new StartupError(`git ${args.join(' ')}: ${error?.message ?? stderr.toString().trim()}`);
}

/** What git prints in one line; undefined when it cannot do it. */
export function askGit(...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

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

/** The texts of the files that there are, by `commit:./path`. */
export function textsOf(names: readonly string[]): Map<string, string> {
  if (names.length === 0) return new Map();
  const input = names.map((name) => `${name}\n`).join('');
  return splitBatch(names, git(['cat-file', '--batch', '--follow-symlinks'], input));
}

/**
 * git answers in the order of the questions: `<hash> blob <bytes>`, the bytes and a line break, or `<name> missing`. Of a
 * link that leads nowhere in the commit it says `symlink <bytes>`, `dangling <bytes>` or `loop <bytes>` and where to.
 */
function splitBatch(names: readonly string[], answer: Buffer): Map<string, string> {
  const texts = new Map<string, string>();
  let at = 0;
  for (const name of names) {
    const start = answer.indexOf('\n', at) + 1;
    const [, kind, size] = /^(?:[0-9a-f]{40,64} )?(\w+) (\d+)\n$/.exec(answer.toString('utf8', at, start)) ?? [];
    at = start;
    if (kind === undefined) continue;
    const end = start + Number(size);
    if (kind === 'blob') texts.set(name, answer.toString('utf8', start, end));
    at = end + 1;
  }
  return texts;
}

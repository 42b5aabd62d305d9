import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '@nexus/kit/reasons';
import { git } from './git.ts';

/** The files of one version; paths are relative to the working directory. */
export type Files = {
  /** For messages: `the working tree`, `origin/main`. */
  name: string;
  /** The text of each file that there is. */
  read(paths: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The GraphQL documents of a folder, without those in folders of it. */
  list(folder: string): readonly string[];
};

/** The files as they lie here. */
export const workingTree: Files = {
  name: 'the working tree',
  async read(paths) {
    const texts = await Promise.all(paths.map(async (path) => [path, await readIfThere(path)] as const));
    return new Map(texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const])));
  },
  list: (folder) =>
    globSync('*.graphql', { cwd: folder })
      .map((file) => join(folder, file))
      .sort(),
};

/** The files as they were at a commit. */
export function filesAt({ name, commit }: { name: string; commit: string }): Files {
  return {
    name,
    async read(paths) {
      const wanted = paths.map((path) => `${commit}:./${path}\n`).join('');
      return paths.length === 0 ? new Map() : splitBatch(paths, git(['cat-file', '--batch'], wanted));
    },
    list: (folder) =>
      git(['ls-tree', '--name-only', '-z', commit, '--', `${folder}/`])
        .toString()
        .split('\0')
        .filter((file) => file.endsWith('.graphql')),
  };
}

async function readIfThere(path: string): Promise<string | undefined> {
  return await readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
}

/** git answers in the order of the questions: `<hash> blob <bytes>`, the bytes and a line break, or `<name> missing`. */
function splitBatch(paths: readonly string[], answer: Buffer): Map<string, string> {
  const texts = new Map<string, string>();
  let at = 0;
  for (const path of paths) {
    const start = answer.indexOf('\n', at) + 1;
    const [, kind, size] = answer.toString('utf8', at, start).trim().split(' ');
    at = start;
    if (kind !== 'blob' && kind !== 'tree') continue;
    const end = start + Number(size);
    if (kind === 'blob') texts.set(path, answer.toString('utf8', start, end));
    at = end + 1;
  }
  return texts;
}

import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, reasonOf } from '@nexus/kit/reasons';
import { StartupError } from '@nexus/kit/startup-error';
import { git, textsOf } from './git.ts';

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
      const texts = textsOf(paths.map((path) => `${commit}:./${path}`));
      return new Map([...texts].map(([place, text]) => [place.slice(`${commit}:./`.length), text]));
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
    throw new StartupError(`${path} cannot be read: ${reasonOf(error)}`);
  });
}

import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Graph } from '../../src/change.ts';
import { checkChange } from '../../src/check.ts';
import { type CheckOptions, checkRepository } from '../../src/check-repository.ts';
import type { Finding } from '../../src/finding.ts';
import { buildGraph } from '../../src/graph/build-graph.ts';
import { knownOperations } from '../../src/operations/known-operations.ts';
import { readTrusted } from '../../src/operations/read-trusted.ts';
import type { Files } from '../../src/repository/files.ts';
import { readSources } from '../../src/repository/read-sources.ts';
import { startRepository } from '../repository.ts';
import { applyPatch } from './apply-patch.ts';
import type { CorpusCase } from './corpus-case.ts';

const FOLDER = fileURLToPath(new URL('social/', import.meta.url));

const OPTIONS = {
  config: 'supergraph.yaml',
  variants: 'variants.yaml',
  base: 'main',
  replacement: undefined,
  operations: 'operations',
  usage: 'usage.json',
  approvals: 'approvals.yaml',
} satisfies CheckOptions;

type Texts = ReadonlyMap<string, string>;

/** The files of the graph that all cases change, by their names. */
export async function readSocial(): Promise<Texts> {
  const names = globSync('**/*.{graphql,yaml}', { cwd: FOLDER }).sort();
  const texts = names.map(async (name) => [name, await readFile(FOLDER + name, 'utf8')] as const);
  return new Map(await Promise.all(texts));
}

const patched = (texts: Texts, { patch }: CorpusCase): Map<string, string> =>
  new Map([
    ...texts,
    ...Object.entries(patch).map(([name, hunks]) => [name, applyPatch(texts.get(name) ?? '', hunks)] as const),
  ]);

/** Checks cases without files; what is known of the graph before the change is known once. */
export async function startInMemory(texts: Texts) {
  const base = await graphOf(texts);
  const schemas = base.composed ? [base.composed.api] : [];
  const operations = knownOperations({
    trusted: await readTrusted(filesIn(texts), 'operations'),
    recorded: [],
    schemas,
  });
  return async (one: CorpusCase): Promise<{ base: Graph; head: Graph; findings: Finding[] }> => {
    const head = await graphOf(patched(texts, one));
    return { base, head, findings: await checkChange({ base, head, operations }) };
  };
}

/** Checks cases as a pull request is checked: main is in a git repository, the change is checked out. */
export async function startInGit(texts: Texts) {
  const repository = await startRepository(Object.fromEntries(texts));
  const home = process.cwd();
  process.chdir(repository.folder);
  return {
    async check(one: CorpusCase): Promise<readonly Finding[]> {
      repository.git('checkout', '--quiet', '-B', 'work', 'main');
      await repository.commit(one.title, Object.fromEntries(patched(texts, one)));
      return (await checkRepository(OPTIONS)).findings;
    },
    async [Symbol.asyncDispose]() {
      process.chdir(home);
      await repository[Symbol.asyncDispose]();
    },
  };
}

const graphOf = async (texts: Texts): Promise<Graph> => buildGraph(await readSources(filesIn(texts), OPTIONS));

const filesIn = (texts: Texts): Files => ({
  name: 'memory',
  read: async (paths) =>
    new Map(
      paths.flatMap((path) => {
        const text = texts.get(path);
        return text === undefined ? [] : [[path, text] as const];
      }),
    ),
  list: (folder) => [...texts.keys()].filter((name) => name.startsWith(`${folder}/`)),
});

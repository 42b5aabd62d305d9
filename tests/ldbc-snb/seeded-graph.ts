import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { SILENT } from '../../scripts/import/progress.ts';
import { runImport } from '../../scripts/import/run.ts';
import { importParts } from '../../scripts/subgraphs.ts';
import { startTestGraph, type TestGraph } from '../setup/graph.ts';
import { type Person, signIn } from '../setup/people.ts';

const DATA = new URL('../../data/ldbc-snb/', import.meta.url);
const PASSWORD = 'a password for all of them';

export type SeededGraph = TestGraph & {
  /** Our id of a user, post or comment of the data set. */
  idOf(kind: 'user' | 'post' | 'comment', external: string): string;
  /** The data set's id behind one of ours. */
  externalOf(id: string): string;
  hasPost(external: string): boolean;
  /** Signs somebody in, once. */
  signInAs(external: string): Promise<Person>;
  userIds: readonly string[];
};

let shared: Promise<SeededGraph> | undefined;

/** The one that all test files of a process read, and none changes; it ends with the process. */
export function sharedSeededGraph(): Promise<Omit<SeededGraph, typeof Symbol.asyncDispose>> {
  shared ??= startSeededGraph();
  return shared;
}

/** The whole product with the data set imported. */
export async function startSeededGraph(): Promise<SeededGraph> {
  const graph = await startTestGraph();
  const directory = fileURLToPath(new URL('seed', DATA));
  const request = { directory, password: PASSWORD, dryRun: false, adminUrl: graph.adminUrl, parts: importParts };
  const ids = [...(await runImport({ ...request, progress: SILENT })).ids];
  const ours = new Map(ids.map(({ kind, external, id }) => [`${kind}/${external}`, id]));
  const theirs = new Map(ids.map(({ external, id }) => [id, external]));
  const handles = await readHandles();
  const signedIn = new Map<string, Promise<Person>>();
  const known = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw new Error('not in the data set');
    return value;
  };
  return {
    ...graph,
    idOf: (kind, external) => known(ours.get(`${kind}/${external}`)),
    externalOf: (id) => known(theirs.get(id)),
    hasPost: (external) => ours.has(`post/${external}`),
    signInAs: (external) => {
      const person = signedIn.get(external) ?? signIn(graph, known(handles.get(external)), PASSWORD);
      signedIn.set(external, person);
      return person;
    },
    userIds: ids.filter(({ kind }) => kind === 'user').map(({ id }) => id),
  };
}

async function readHandles(): Promise<Map<string, string>> {
  const lines = (await readFile(new URL('seed/users.jsonl', DATA), 'utf8')).trim().split('\n');
  return new Map(lines.map((line) => JSON.parse(line)).map(({ id, username }) => [id, username]));
}

/** The benchmark's name of a hashtag, however we spell it. */
export async function readTags(): Promise<(name: string) => string> {
  const file = await readFile(new URL('seed/hashtag-to-ldbc-tag.json', DATA), 'utf8');
  const entries = Object.entries(JSON.parse(file) as Record<string, string>);
  const tags = new Map(entries.map(([name, tag]) => [name.toLowerCase(), tag]));
  return (name) => tags.get(name.toLowerCase()) ?? name;
}

/** The expected answers to one question of the benchmark. */
export async function expected<Shape>(question: string): Promise<Shape> {
  return JSON.parse(await readFile(new URL(`expected-sample/${question}.json`, DATA), 'utf8')) as Shape;
}

export type Cases<Params, Row> = { cases: { params: Params; rows: Row[] }[] };

/** Every node of a connection, page by page, or those of its first pages. */
export async function readAll<Node>(
  readPage: (
    after: string | null,
  ) => Promise<{ edges: Node[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }>,
  pages = Number.POSITIVE_INFINITY,
): Promise<Node[]> {
  const edges: Node[] = [];
  let after: string | null = null;
  for (let read = 0; read < pages; read += 1) {
    const page = await readPage(after);
    edges.push(...page.edges);
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  return edges;
}

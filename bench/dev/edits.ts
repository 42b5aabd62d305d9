import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Something a developer does in the copy, and the operation whose answer shows that it is served. */
export type Edit = { save(): Promise<void>; query: string; isServed(data: Record<string, unknown>): boolean };

const SCHEMA = 'subgraphs/posts/schema.graphql';
const RESOLVERS = 'subgraphs/posts/src/post/post.resolvers.ts';

/** Adds the field that edits of the resolver change; before anything is measured. */
export async function prepareEdits(house: string): Promise<void> {
  await replaceIn(join(house, SCHEMA), /type Query \{\n/, 'type Query {\n  "Of this bench."\n  timesSaved: Int\n');
  await replaceIn(join(house, RESOLVERS), / {2}Query: \{\n/, '  Query: {\n    timesSaved: () => 0,\n');
}

/** The schema gets another field, and nothing else is changed. */
export function editSchema(house: string, turn: number): Edit {
  const field = `schemaSaved${turn}`;
  const added = `type Query {\n  "Of this bench."\n  ${field}: Int\n`;
  return {
    save: () => replaceIn(join(house, SCHEMA), /type Query \{\n/, added),
    query: `{ ${field} }`,
    isServed: (data) => data[field] === null,
  };
}

/** The resolver of a field answers something else. */
export function editResolver(house: string, turn: number): Edit {
  return {
    save: () => replaceIn(join(house, RESOLVERS), /timesSaved: \(\) => \d+/, `timesSaved: () => ${turn}`),
    query: '{ timesSaved }',
    isServed: ({ timesSaved }) => timesSaved === turn,
  };
}

async function replaceIn(file: string, what: RegExp, by: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const next = text.replace(what, () => by);
  if (next === text) throw new Error(`${file} has no ${what}.`);
  await writeFile(file, next);
}

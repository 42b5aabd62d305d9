import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SUBGRAPHS } from '@nexus/contracts/subgraph-names';
import { composeSupergraph } from '@nexus/gateway/composition/compose-supergraph';
import { printProblem } from '@nexus/gateway/composition/problem';
import { Kind, parse } from 'graphql';
import { expect, test } from 'vitest';

test('the committed supergraph is what the schemas compose to', async () => {
  const { supergraph, problems } = await composeSupergraph('supergraph.yaml');

  expect(problems.filter(({ level }) => level === 'error')).toEqual([]);
  expect(supergraph).toBe(await readFile('gateway/supergraph.graphql', 'utf8'));
});

test('what staff alone may ask is in no variant but theirs', async () => {
  const scoped = scopedFields(await readFile('gateway/supergraph.graphql', 'utf8'));
  expect(scoped).toContain('Query.auditLog');

  for (const name of ['public', 'partner']) {
    const shown = fieldsOf(await readFile(`gateway/schemas/${name}.api.graphql`, 'utf8')).map(
      ({ coordinate }) => coordinate,
    );
    expect(scoped.filter((coordinate) => shown.includes(coordinate))).toEqual([]);
  }
});

test('schemas that contradict each other are told with subgraph, file and line', async () => {
  await using house = await copyOfSchemas();
  const line = await house.append('posts', 'type User { id: Int }\n');

  const { supergraph, problems } = await composeSupergraph(house.config);

  expect(supergraph).toBeUndefined();
  expect(problems.map(printProblem).join('\n')).toContain(`${house.schemaOf('posts')}:${line}:`);
});

test('a syntax error is told with subgraph, file and line', async () => {
  await using house = await copyOfSchemas();
  const line = await house.append('users', 'type Broken { id: }\n');

  const { problems } = await composeSupergraph(house.config);

  expect(problems).toEqual([
    {
      level: 'error',
      code: 'GRAPHQL_SYNTAX',
      message: 'Syntax Error: Expected Name, found "}".',
      places: [{ subgraph: 'users', file: house.schemaOf('users'), line, column: 19 }],
    },
  ]);
});

const scopedFields = (supergraph: string) =>
  fieldsOf(supergraph).flatMap(({ coordinate, directives }) =>
    directives.includes('requiresScopes') ? [coordinate] : [],
  );

function fieldsOf(sdl: string) {
  return parse(sdl, { noLocation: true }).definitions.flatMap((type) =>
    type.kind !== Kind.OBJECT_TYPE_DEFINITION
      ? []
      : (type.fields ?? []).map(({ name, directives = [] }) => ({
          coordinate: `${type.name.value}.${name.value}`,
          directives: directives.map((directive) => directive.name.value),
        })),
  );
}

/** The configuration and schemas in a folder of their own; `append` returns the number of the new line. */
async function copyOfSchemas() {
  const folder = await mkdtemp(join(tmpdir(), 'nexus-compose-'));
  const schemaOf = (subgraph: string) => join(folder, 'subgraphs', subgraph, 'schema.graphql');
  await cp('supergraph.yaml', join(folder, 'supergraph.yaml'));
  for (const subgraph of SUBGRAPHS) {
    await cp(`subgraphs/${subgraph}/schema.graphql`, schemaOf(subgraph));
  }
  return {
    config: join(folder, 'supergraph.yaml'),
    schemaOf,
    append: async (subgraph: string, text: string) => {
      const schema = await readFile(schemaOf(subgraph), 'utf8');
      await writeFile(schemaOf(subgraph), schema + text);
      return schema.split('\n').length;
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

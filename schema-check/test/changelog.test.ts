import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeSubgraphs } from '@nexus/gateway/composition/compose-supergraph';
import { expect, test } from 'vitest';
import { startRepository } from './repository.ts';
import { SMALL_GRAPH, USERS, usersWithout } from './small-graph.ts';

test('the history of the supergraph is told for clients, the same each time', async () => {
  await using repository = await startRepository({ 'supergraph.graphql': composed(USERS) });
  await repository.commit('Phones *are* gone', { 'supergraph.graphql': composed(usersWithout('phone')) });
  await repository.commit('Only described', {
    'supergraph.graphql': composed(usersWithout('phone').replace('type User', '"A person."\ntype User')),
  });
  await repository.commit('Not of the graph', { 'readme.md': 'Hello' });
  const write = async (out: string) => {
    expect(await repository.run('changelog.ts', '--supergraph', 'supergraph.graphql', '--out', out)).toMatchObject({
      code: 0,
    });
    return readFile(join(repository.folder, out), 'utf8');
  };

  const [text, again] = [await write('CHANGES.md'), await write('AGAIN.md')];

  expect(again).toBe(text);
  expect(text.replaceAll(/\([0-9a-f]{10}\)/g, '(commit)')).toContain(`
## 2026-03-01 · Phones \\*are\\* gone (commit)

**Breaking**

- Field 'phone' was removed from object type 'User'.

## 2026-03-01 · The graph (commit)

The first version.
`);
  expect(text).not.toContain('described (');
});

function composed(users: string): string {
  const subgraph = (name: string, text: string) => ({ name, url: `http://${name}.test/graphql`, file: name, text });
  const { supergraph } = composeSubgraphs([subgraph('users', users), subgraph('posts', SMALL_GRAPH['posts.graphql'])]);
  return supergraph ?? '';
}

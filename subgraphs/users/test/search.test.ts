import { startTestSubgraph, type TestSubgraph } from '@nexus/contracts/testing';
import { newId } from '@nexus/kit/new-id';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { usersSubgraph } from '../src/subgraph.ts';

const SEARCH = `query ($query: String!, $first: Int, $after: String) {
  searchUsers(query: $query, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { since node { handle } }
  }
}`;

async function search(users: TestSubgraph, query: string, first = 20): Promise<string[]> {
  const found: string[] = [];
  let after: string | null = null;
  do {
    const { data } = await users.ask(SEARCH, { query, first, after });
    found.push(...data.searchUsers.edges.map(({ node }: { node: { handle: string } }) => node.handle));
    after = data.searchUsers.pageInfo.hasNextPage ? data.searchUsers.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

async function addPeople(
  { adminUrl }: TestSubgraph,
  names: readonly (readonly [handle: string, displayName: string])[],
) {
  const sql = postgres(adminUrl, { max: 1 });
  const people = names.map(([handle, display_name]) => ({ id: newId(), handle, display_name }));
  await sql`insert into users."user" ${sql(people)}`;
  await sql.end();
}

test('handles that begin with the query come first, then names like it, the most alike first', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  await addPeople(users, [
    ['maria_alkaios', 'Maria Alkaios'],
    ['MariaB', 'Somebody'],
    ['maria', 'Somebody Else'],
    ['k_sen', 'Anna Maria Sen'],
    ['marianne', 'Marianne'],
    ['greece', 'Mariah of Athens'],
    ['bob', 'Bob'],
  ]);

  expect(await search(users, ' Maria ')).toEqual(['maria', 'maria_alkaios', 'MariaB', 'marianne', 'k_sen', 'greece']);
  expect(await search(users, 'alkaios')).toEqual(['maria_alkaios']);
  expect(await search(users, 'maria alkaois')).toEqual(['maria_alkaios']);
  expect(await search(users, 'athens')).toEqual(['greece']);
});

test('signs that mean something in patterns mean themselves', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  await addPeople(users, [
    ['a_b', 'One'],
    ['axb', 'Two'],
  ]);

  expect(await search(users, 'a_')).toEqual(['a_b']);
  for (const query of ['%', '\\', "'", '{', '😀']) expect(await search(users, query)).toEqual([]);
});

test('pages of any size give everybody once, in one order', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const byHandle = Array.from({ length: 13 }, (_, n) => [`maria${n}`, 'Maria'] as const);
  const byName = Array.from({ length: 17 }, (_, n) => [`other${n}`, n % 3 === 0 ? 'Marian' : 'Maria Smith'] as const);
  await addPeople(users, [...byHandle, ...byName]);

  const all = await search(users, 'maria', 100);

  expect(all).toHaveLength(30);
  expect(new Set(all).size).toBe(30);
  for (const size of [1, 4, 13, 29, 30]) expect(await search(users, 'maria', size)).toEqual(all);
});

test('what cannot be looked for is refused', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const cursor = (...parts: unknown[]) => Buffer.from(['1', ...parts].join('|')).toString('base64url');
  const refused = [
    { query: '  ' },
    { query: 'x'.repeat(101) },
    { query: 'a\u0000b' },
    { query: 'a', first: 101 },
    ...[
      'x',
      cursor('handle', 'no way'),
      cursor('name', 'NaN', newId()),
      cursor('name', '1e-50', newId()),
      cursor('name', 0.5, 'x'),
    ].map((after) => ({
      query: 'a',
      after,
    })),
  ];

  for (const variables of refused) {
    const { errors } = await users.ask(SEARCH, variables);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }
});

import { encodeId } from '@nexus/contracts/ids';
import { startTestSubgraph } from '@nexus/contracts/testing';
import { newId } from '@nexus/kit/new-id';
import { expect, test } from 'vitest';
import { usersSubgraph } from '../src/subgraph.ts';
import { signUp } from './people.ts';

const NODES =
  'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on User { handle } ... on Session { isCurrent } } }';
const ENTITIES = `query ($refs: [_Any!]!) {
  _entities(representations: $refs) { __typename ... on User { handle } ... on Viewer { email } ... on Session { isCurrent } }
}`;

test('an id tells its type, and leads to what the viewer may see', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const [maria, other] = [await signUp(users, 'maria'), await signUp(users, 'other')];
  const mine = [encodeId('viewer', maria.viewer.id), encodeId('session', maria.viewer.sessionId)];
  const theirs = [encodeId('viewer', other.viewer.id), encodeId('session', other.viewer.sessionId)];
  const elsewhere = (['post', 'comment', 'media', 'hashtag', 'reaction', 'share'] as const).map((kind) =>
    encodeId(kind, newId()),
  );

  const ids = [maria.id, ...mine, ...theirs, encodeId('user', newId()), 'nonsense', '', ...elsewhere];
  const { data } = await users.ask(NODES, { ids }, maria.viewer);

  expect(data.nodes).toEqual([
    { __typename: 'User', id: maria.id, handle: 'maria' },
    { __typename: 'Viewer', id: mine[0] },
    { __typename: 'Session', id: mine[1], isCurrent: true },
    ...Array(5).fill(null),
    ...['Post', 'Comment', 'Media', 'Hashtag', 'Reaction', 'Share'].map((__typename, n) => ({
      __typename,
      id: elsewhere[n],
    })),
  ]);
});

test('a hundred ids cost one statement, a hundred and one are refused', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const ids = Array.from({ length: 100 }, () => encodeId('user', newId()));

  await users.ask(NODES, { ids });
  expect(users.statements).toHaveLength(1);

  const { errors } = await users.ask(NODES, { ids: [...ids, ...ids] });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('a reference to nobody, to nonsense or to what is private gives null', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const [maria, other] = [await signUp(users, 'maria'), await signUp(users, 'other')];
  const refs = [
    { __typename: 'User', id: maria.id },
    { __typename: 'User', id: encodeId('user', newId()) },
    { __typename: 'User', id: 'nonsense' },
    { __typename: 'User', id: encodeId('post', maria.viewer.id) },
    { __typename: 'Viewer', id: encodeId('viewer', maria.viewer.id) },
    { __typename: 'Viewer', id: encodeId('viewer', other.viewer.id) },
    { __typename: 'Session', id: encodeId('session', other.viewer.sessionId) },
  ];

  const { data, errors } = await users.ask(ENTITIES, { refs }, maria.viewer);

  expect(errors).toBeUndefined();
  const viewer = { __typename: 'Viewer', email: 'maria@example.org' };
  expect(data._entities).toEqual([{ __typename: 'User', handle: 'maria' }, null, null, null, viewer, null, null]);
});

test('a person is asked for by an id or a handle, not both, and nobody is null', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const { id } = await signUp(users, 'maria');
  const USER = 'query ($id: ID, $handle: String) { user(id: $id, handle: $handle) { id } }';

  expect((await users.ask(USER, { handle: 'Maria' })).data.user).toEqual({ id });
  for (const handle of ['nobody', '', 'nul\u0000', 'x'.repeat(1_000)]) {
    expect(await users.ask(USER, { handle })).toEqual({ data: { user: null } });
  }
  for (const variables of [{}, { id, handle: 'maria' }, { id: 'user_nonsense' }, { id: encodeId('post', newId()) }]) {
    expect((await users.ask(USER, variables)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }
});

import { assertionKey } from '@nexus/contracts/agreement';
import { askNeighbour } from '@nexus/contracts/neighbour';
import { HOT_PATH, hotAnswer } from '@nexus/contracts/projections/hot';
import { startTestSubgraph, type TestSubgraph } from '@nexus/contracts/testing';
import { signAssertion } from '@nexus/contracts/viewer';
import { TEST_SECRET } from '@nexus/kit/testing/database';
import { expect, test } from 'vitest';
import { usersSubgraph } from '../src/subgraph.ts';
import { signUp } from './people.ts';

const post = (users: TestSubgraph, authorization: string) =>
  fetch(`${users.url}${HOT_PATH}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ viewerId: null }),
  });

test('what is for services is told to nobody who speaks for a viewer, or with another key', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const maria = await signUp(users, 'maria');
  const forViewer = await signAssertion(assertionKey(TEST_SECRET, 'users'), 'users', maria.viewer);

  for (const authorization of ['', 'Bearer nonsense', `Bearer ${forViewer}`]) {
    expect((await post(users, authorization)).status).toBe(401);
  }
  const stranger = { neighbours: { users: users.url }, secret: 'a secret of another house, 32 characters' };
  const question = { from: 'posts', to: 'users', path: HOT_PATH, body: { viewerId: null } } as const;
  await expect(askNeighbour(stranger, question)).rejects.toThrow('users answered 401 to posts at /internal/hot');
});

test('users tells other services what changed in the last minute, of the viewer and in people', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const [maria, other] = [await signUp(users, 'maria'), await signUp(users, 'other')];
  const [third, house] = [await signUp(users, 'third'), { neighbours: { users: users.url }, secret: TEST_SECRET }];
  const block = 'mutation ($id: ID!) { blockUser(input: { userId: $id }) { userErrors { code } } }';
  await users.ask(block, { id: other.id }, maria.viewer);
  const list = 'mutation { upsertList(input: { name: "l" }) { list { id } } }';
  const listId = (await users.ask(list, {}, maria.viewer)).data.upsertList.list.id;
  const join = `mutation ($listId: ID!, $id: ID!) {
    setListMembership(input: { listId: $listId, userId: $id, isMember: true }) { userErrors { code } } }`;
  await users.ask(join, { listId, id: third.id }, maria.viewer);
  const ask = async (viewerId: string) => {
    const response = await askNeighbour(house, { from: 'posts', to: 'users', path: HOT_PATH, body: { viewerId } });
    return hotAnswer.parse(await response?.json());
  };

  const [blocker, blocked, stranger] = [
    await ask(maria.viewer.id),
    await ask(other.viewer.id),
    await ask(third.viewer.id),
  ];

  expect(blocker.edges).toContainEqual(expect.objectContaining({ sourceId: maria.viewer.id, isBlocking: true }));
  expect(blocked.edges).toContainEqual(expect.objectContaining({ targetId: other.viewer.id, isBlocking: true }));
  expect(stranger.edges).toEqual([]);
  expect(stranger.places).toMatchObject([{ userId: third.viewer.id, isMember: true }]);
  expect([blocker.places, blocked.places]).toEqual([[], []]);
  expect(stranger.people.map(({ handle }) => handle).toSorted()).toEqual(['maria', 'other', 'third']);
});

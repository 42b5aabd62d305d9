import { encodeId } from '@nexus/contracts/ids';
import type { ImportRecords } from '@nexus/contracts/import';
import { startTestSubgraph, type TestSubgraph } from '@nexus/contracts/testing';
import { connect } from '@nexus/kit/database';
import { newId } from '@nexus/kit/new-id';
import { expect, test } from 'vitest';
import { importPart } from '../src/import.ts';
import { usersSubgraph } from '../src/subgraph.ts';
import { signUp } from './people.ts';

type Batches = { users: ImportRecords['users'][]; follows: ImportRecords['follows'][] };

/** Imports in one transaction, as the importer does: with the rights of the database's owner. */
async function importInto({ adminUrl }: TestSubgraph, { users, follows }: Batches) {
  const { db, close } = connect(adminUrl, { max: 1 });
  try {
    await db.transaction(async (tx) => {
      await importPart.users?.(tx, users);
      await importPart.follows?.(tx, follows);
    });
  } finally {
    await close();
  }
}

const createdAt = new Date('2010-01-18T18:24:34.216Z');
const person = (handle: string): ImportRecords['users'] => ({
  id: newId(),
  handle,
  displayName: handle.toUpperCase(),
  bio: null,
  createdAt,
  password: 'password',
});

const PERSON = `query ($id: ID!) {
  user(id: $id) { displayName createdAt followerCount followingCount followers { totalCount edges { since node { handle } } } }
}`;
const SIGN_IN = `mutation ($name: String!) {
  signIn(input: { password: { emailOrHandle: $name, password: "password" } }) { viewer { email } userErrors { message } }
}`;

test('imported people follow each other since they did, are counted, and sign in by handle; twice changes nothing', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const [maria, k_sen, silent] = [
    person('maria'),
    person('a_handle_of_thirty_characters_'),
    { ...person('me'), password: null },
  ];
  const follows = [maria, silent].map(({ id }) => ({ followerId: id, followeeId: k_sen.id, createdAt }));

  for (const _ of ['once', 'twice']) await importInto(users, { users: [maria, k_sen, silent], follows });
  const { data } = await users.ask(PERSON, { id: encodeId('user', k_sen.id) });

  expect(data.user).toMatchObject({
    displayName: 'A_HANDLE_OF_THIRTY_CHARACTERS_',
    createdAt: createdAt.toISOString(),
    followerCount: 2,
    followingCount: 0,
    followers: { totalCount: 2, edges: [{ since: createdAt.toISOString() }, {}] },
  });
  const signIn = async (name: string) => (await users.ask(SIGN_IN, { name })).data.signIn;
  expect(await signIn('maria')).toEqual({ viewer: { email: null }, userErrors: [] });
  expect(await signIn('me')).toMatchObject({ viewer: null, userErrors: [{}] });
});

test('an import that would take somebody’s handle names it and changes nothing', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  await signUp(users, 'maria');
  const [stranger, namesake] = [person('stranger'), person('Maria')];

  await expect(importInto(users, { users: [stranger, namesake], follows: [] })).rejects.toThrow(
    'The handle Maria belongs to another account.',
  );
  expect((await users.ask(PERSON, { id: encodeId('user', stranger.id) })).data.user).toBeNull();
});

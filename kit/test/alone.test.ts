import { expect, test } from 'vitest';
import { alone } from '../src/alone.ts';
import { connect } from '../src/database.ts';
import { createTestDatabase } from '../src/testing/database.ts';

const done = { hasMore: false };

test('of two processes one does a round of periodic work, and the other the next', async () => {
  await using resources = new AsyncDisposableStack();
  const { adminUrl, drop } = await createTestDatabase('template1');
  resources.defer(drop);
  const [mine, yours] = [connect(adminUrl, { max: 1 }), connect(adminUrl, { max: 1 })];
  resources.defer(() => mine.close());
  resources.defer(() => yours.close());
  const rounds: string[] = [];
  const began = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();

  const myRound = alone(mine.db, 'tidying', async () => {
    rounds.push('mine');
    began.resolve();
    await mayEnd.promise;
    return { hasMore: true };
  });
  await began.promise;
  const yourRound = async () => {
    rounds.push('yours');
    return done;
  };
  expect(await alone(yours.db, 'tidying', yourRound)).toEqual(done);
  expect(await alone(yours.db, 'sweeping', yourRound)).toEqual(done);
  mayEnd.resolve();
  expect(await myRound).toEqual({ hasMore: true });
  await alone(yours.db, 'tidying', yourRound);

  expect(rounds).toEqual(['mine', 'yours', 'yours']);
});

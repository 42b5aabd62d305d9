import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBreaker } from './breaker.ts';
import { CallFailure } from './call-failure.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

const succeed = async () => 'well';
const fail = () => Promise.reject(new CallFailure('timeout', undefined));
const leave = () => Promise.reject(new CallFailure('abandoned', undefined));
const crowd = () => Promise.reject(new CallFailure('crowded', undefined));

/** Whether a call is made, and how it ends. */
async function trying(guard: ReturnType<typeof createBreaker>, call: () => Promise<string>) {
  const made = vi.fn(call);
  const end = await guard(made).catch((failure: CallFailure) => failure.reason);
  return made.mock.calls.length === 1 ? end : 'refused';
}

async function openedBreaker() {
  const guard = createBreaker();
  for (let n = 0; n < 10; n += 1) await trying(guard, fail);
  vi.advanceTimersByTime(1_000);
  return guard;
}

test('after a second one call is made while all others are still refused', async () => {
  const guard = await openedBreaker();
  const trial = Promise.withResolvers<string>();

  const first = trying(guard, () => trial.promise);
  const meanwhile = await trying(guard, succeed);
  trial.resolve('well');

  expect([await first, meanwhile]).toEqual(['well', 'refused']);
  expect(await trying(guard, succeed)).toBe('well');
});

test('a trial that fails, costs another second', async () => {
  const guard = await openedBreaker();

  const trial = await trying(guard, fail);
  vi.advanceTimersByTime(999);
  const early = await trying(guard, succeed);
  vi.advanceTimersByTime(1);

  expect([trial, early, await trying(guard, succeed)]).toEqual(['timeout', 'refused', 'well']);
});

test('a trial whose client left says nothing: the next call is the trial', async () => {
  const guard = await openedBreaker();

  expect([await trying(guard, leave), await trying(guard, fail)]).toEqual(['abandoned', 'timeout']);
  expect(await trying(guard, succeed)).toBe('refused');
});

test('calls that found no room here tell nothing of the subgraph', async () => {
  const guard = createBreaker();
  for (let n = 0; n < 20; n += 1) await trying(guard, crowd);

  expect(await trying(guard, succeed)).toBe('well');
});

test('failures long ago do not count', async () => {
  const guard = createBreaker();
  for (let n = 0; n < 20; n += 1) {
    vi.advanceTimersByTime(1_500);
    await trying(guard, fail);
  }

  expect(await trying(guard, succeed)).toBe('well');
});

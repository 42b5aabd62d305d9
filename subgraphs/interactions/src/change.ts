import type { Events } from '@nexus/contracts/events';
import type { Db } from '@nexus/kit/database';
import type { Tell } from '@nexus/kit/events/bus';
import { transact } from '@nexus/kit/transact';
import { type Context, forget } from './context.ts';

/** Changes something in one transaction with its events; the answer's counts are read after it. */
export async function change<Result>(
  context: Context,
  work: (tx: Db, tell: Tell<Events>) => Promise<Result>,
): Promise<Result> {
  const result = await transact(context, work);
  forget(context);
  return result;
}

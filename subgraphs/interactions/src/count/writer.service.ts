import type { Db } from '@nexus/kit/database';
import { holdAccount, requestRecountOf } from './recount.store.ts';

/**
 * Whether what somebody leaves in this transaction counts. Of an account that is not known yet it does not, until it is:
 * then it is recounted.
 */
export async function noteWriter(tx: Db, personId: string): Promise<boolean> {
  const isInUse = await holdAccount(tx, personId);
  if (!isInUse) await requestRecountOf(tx, personId);
  return isInUse;
}

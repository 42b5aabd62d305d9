import { unauthenticated } from '@nexus/kit/errors';
import type { Context } from '../context.ts';
import type { UserRow } from '../tables/users.ts';

/** The person of an account; UNAUTHENTICATED when the account went while its access token still lasts. */
export async function personBehind({ loaders }: Context, userId: string): Promise<UserRow> {
  const user = await loaders.user.load(userId);
  if (!user) throw unauthenticated('This account is gone.');
  return user;
}

import { invalid } from '@nexus/kit/errors';
import { ipPrefix, networkOf } from '@nexus/kit/network';
import { transact } from '@nexus/kit/transact';
import { findCredentials } from '../account/account.store.ts';
import { tryReadEmail } from '../account/email.ts';
import { verifyPassword } from '../account/hashing.ts';
import { normalisePassword } from '../account/password.ts';
import type { Context } from '../context.ts';
import { isHandle } from '../profile/handle.ts';
import { admit } from '../state/state.service.ts';
import { openSession, type SignedIn, signedIn } from './session.service.ts';

/** An unknown name is counted by its beginning: nobody fills the limiter's memory with long ones. */
const MAX_NAME_LENGTH = 254;

type PasswordSignIn = { emailOrHandle: string; password: string };

/**
 * Begins a session of whoever proves to be the person. An unknown name gets the same sentence, after the same time and
 * the same number of tries, as a wrong password. Only who knows the password learns that an account is suspended.
 */
export async function signInWithPassword(context: Context, input: PasswordSignIn): Promise<SignedIn> {
  const { ip, limits } = context;
  if (ip) await limits.signInsFromNetwork.consume(networkOf(ip));
  const name = input.emailOrHandle.trim();
  const credentials = await findCredentialsByName(context, name);
  const account = credentials?.userId ?? name.slice(0, MAX_NAME_LENGTH).toLowerCase();
  const accountFromHere = `${ipPrefix(ip)} ${account}`;
  // In this order: what is refused here does not count against the owner, who asks from elsewhere.
  await limits.signInsToAccountFromPrefix.consume(accountFromHere);
  await limits.signInsToAccount.consume(account);
  const isRight = await verifyPassword(normalisePassword(input.password), credentials?.passwordHash ?? null);
  if (!credentials || !isRight) throw invalid('input.password', 'The name or the password is wrong.');
  await Promise.all([
    limits.signInsToAccountFromPrefix.forget(accountFromHere),
    limits.signInsToAccount.forget(account),
  ]);
  const session = await transact(context, async (tx, tell) => {
    await admit(tx, tell, credentials.userId);
    return await openSession(tx, context, credentials.userId);
  });
  return await signedIn(context, session);
}

async function findCredentialsByName({ db }: Context, name: string) {
  const email = tryReadEmail(name);
  if (email !== undefined) return await findCredentials(db, { email });
  return isHandle(name) ? await findCredentials(db, { handle: name }) : undefined;
}

import { type Db, violatedConstraint } from '@nexus/kit/database';
import { conflict } from '@nexus/kit/errors';
import { findDone, once, readClaim } from '@nexus/kit/idempotency';
import { networkOf } from '@nexus/kit/network';
import { newId } from '@nexus/kit/new-id';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { snapshotOf } from '../events.ts';
import { readNewHandle, refuseReserved } from '../profile/handle.service.ts';
import { readDisplayName } from '../profile/profile-text.ts';
import { openSession, type SignedIn, signedIn } from '../session/session.service.ts';
import { findNewSession } from '../session/session.store.ts';
import type { SessionRow } from '../tables/accounts.ts';
import { idempotency } from '../tables/once.ts';
import { insertAccount } from './account.store.ts';
import { readEmail } from './email.ts';
import { hashPassword } from './hashing.ts';
import { readNewPassword } from './password.ts';

type SignUp = { email: string; password: string; handle: string; displayName?: string | null };
type Keyed = { idempotencyKey?: string | null | undefined };

/** Makes an account, tells the neighbours, and begins its first session; once, however often it is asked with one key. */
export async function signUp(context: Context, { idempotencyKey: key, ...input }: SignUp & Keyed): Promise<SignedIn> {
  const person = readSignUp(input);
  const operation = 'signUp';
  const claim = readClaim(context, { table: idempotency, operation, actorId: undefined, key, body: input });
  const done = await findDone<{ sessionId: string }>(context.db, claim);
  if (done) return await signedIn(context, await requireFirstTokens(context.db, done.sessionId));
  if (context.ip) await context.limits.signUpsFromNetwork.consume(networkOf(context.ip));
  const { password, ...account } = person;
  const passwordHash = await hashPassword(password);
  const session = await transact(context, (tx, tell) =>
    once(tx, claim, {
      work: async () => {
        const user = await insertAccount(tx, { id: newId(), ...account, passwordHash });
        const { keys } = context;
        await refuseReserved(tx, { handle: user.handle, userId: user.id, keys }, 'input.handle');
        await tell('users.user.updated.v1', snapshotOf(user));
        return await openSession(tx, context, user.id);
      },
      idsOf: ({ id }) => ({ sessionId: id }),
      recall: ({ sessionId }) => requireFirstTokens(tx, sessionId),
    }),
  ).catch(explainTaken);
  return await signedIn(context, session);
}

/** The session of an account that was made before, while its first refresh token is good. */
async function requireFirstTokens(db: Db, sessionId: string): Promise<SessionRow> {
  const session = await findNewSession(db, sessionId);
  if (!session) throw conflict('This account was made already. Sign in.', 'input.idempotencyKey');
  return session;
}

function readSignUp(input: SignUp) {
  const email = readEmail(input.email, 'input.email');
  const handle = readNewHandle(input.handle, 'input.handle');
  const displayName = readDisplayName(input.displayName ?? handle, 'input.displayName');
  const password = readNewPassword(input.password, 'input.password', [email, handle]);
  return { email, handle, displayName, password };
}

function explainTaken(error: unknown): never {
  const constraint = violatedConstraint(error);
  if (constraint === 'user_handle') throw conflict('This handle is taken.', 'input.handle');
  if (constraint === 'account_email') throw conflict('There is an account with this e-mail address.', 'input.email');
  throw error;
}

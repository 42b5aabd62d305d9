import { hash, verify } from '@node-rs/argon2';
import { takeTurns } from './turns.ts';

/** OWASP's first choice of parameters for argon2id: 19 MiB, two passes, one lane (the default algorithm is argon2id). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a password that nobody has, of the same cost: trying an unknown account takes as long as a known one. */
const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

/** Each hash takes a core and 19 MiB: two at once, and those who would wait long are sent away. */
const turn = takeTurns({ atOnce: 2, waiting: 50 });

/** The argon2id hash of a password, in PHC form; RATE_LIMITED when too many wait already. */
export function hashPassword(password: string): Promise<string> {
  return turn(() => hash(password, COST));
}

/** Whether a password is the one behind a hash; without a hash never, but after the same time. */
export function verifyPassword(password: string, passwordHash: string | null): Promise<boolean> {
  return turn(async () => (await verify(passwordHash ?? NOBODYS_HASH, password)) && passwordHash !== null);
}

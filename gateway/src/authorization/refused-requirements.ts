import type { Credentials } from './credentials.ts';
import type { Requirement } from './requirements.ts';

const NONE: ReadonlySet<string> = new Set();

/**
 * Tells which of the requirements somebody does not meet, as a key: '' for none, else their numbers, like '1,4'.
 * Answers at once, unless policies have to be decided and the decision is a promise.
 */
export function refusedRequirements(
  requirements: readonly Requirement[],
): (credentials: Credentials) => string | Promise<string> {
  const policies = requirements.flatMap((it) => (it.kind === 'policies' ? it.anyOf.flat() : []));
  const asked = [...new Set(policies)];
  return (credentials) => {
    const keyFor = (granted: ReadonlySet<string>) =>
      requirements.flatMap((requirement, i) => (isMet(requirement, credentials, granted) ? [] : [i])).join();
    const granted = asked.length === 0 ? NONE : grantedPolicies(credentials, asked);
    return granted instanceof Promise ? granted.then(keyFor) : keyFor(granted);
  };
}

/** The requirements that a key names. */
export function requirementsIn(key: string, requirements: readonly Requirement[]): Set<Requirement> {
  const refused = new Set(key.split(',').filter(Boolean).map(Number));
  return new Set(requirements.filter((_, i) => refused.has(i)));
}

function isMet(requirement: Requirement, credentials: Credentials, policies: ReadonlySet<string>): boolean {
  if (requirement.kind === 'authenticated') return credentials.isAuthenticated;
  const granted = requirement.kind === 'scopes' ? credentials.scopes : policies;
  return requirement.anyOf.some((names) => names.every((name) => granted.has(name)));
}

function grantedPolicies({ decide }: Credentials, asked: readonly string[]) {
  if (!decide) return NONE;
  try {
    const decided: unknown = decide(asked);
    return decided instanceof Set ? decided : Promise.resolve(decided).then(setOrNone, () => NONE);
  } catch {
    return NONE;
  }
}

/** The border to a callback: whatever is not a set of names grants nothing. */
const setOrNone = (decided: unknown): ReadonlySet<string> => (decided instanceof Set ? decided : NONE);

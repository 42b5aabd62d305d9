import type { Role } from '@nexus/contracts/events';
import type { RequestContext } from '../http/request-context.ts';

/** What somebody who asks is known to be and have. */
export type Credentials = {
  isAuthenticated: boolean;
  scopes: ReadonlySet<string>;
  /** Which of some policies hold for this request; without it, or when it fails, none does. */
  decide?: (policies: readonly string[]) => Promise<ReadonlySet<string>> | ReadonlySet<string>;
};

const SCOPES: Record<Role, ReadonlySet<string>> = {
  MEMBER: new Set(),
  MODERATOR: new Set(['moderate']),
  ADMIN: new Set(['moderate', 'admin']),
};

/** The credentials of a Nexus request: a viewer is signed in and has the scopes of their role; there are no policies. */
export function credentialsOf({ viewer }: Pick<RequestContext, 'viewer'>): Credentials {
  return { isAuthenticated: viewer !== undefined, scopes: SCOPES[viewer?.role ?? 'MEMBER'] };
}

import type { RequestContext } from '../http/request-context.ts';

/** What somebody who asks is known to be and have. */
export type Credentials = {
  isAuthenticated: boolean;
  scopes: ReadonlySet<string>;
  /** Which of some policies hold for this request; without it, or when it fails, none does. */
  decide?: (policies: readonly string[]) => Promise<ReadonlySet<string>> | ReadonlySet<string>;
};

const NO_SCOPES: ReadonlySet<string> = new Set();

/** The credentials of a Nexus request: a viewer is signed in, and has neither scopes nor policies. */
export function credentialsOf({ viewer }: Pick<RequestContext, 'viewer'>): Credentials {
  return { isAuthenticated: viewer !== undefined, scopes: NO_SCOPES };
}

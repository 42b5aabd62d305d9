import type { Link } from '../supergraph/links.ts';

const APOLLO = 'https://specs.apollo.dev';

/** The specifications of the three directives that say who may see what. */
export const AUTHORIZATION = {
  authenticated: `${APOLLO}/authenticated`,
  scopes: `${APOLLO}/requiresScopes`,
  policies: `${APOLLO}/policy`,
} as const;

const ENFORCED: ReadonlySet<string> = new Set([
  `${AUTHORIZATION.authenticated}/v0.1`,
  `${AUTHORIZATION.scopes}/v0.1`,
  `${AUTHORIZATION.policies}/v0.1`,
  // Kept by the API schema, which has no inaccessible element, and by the query planner, which sets contexts.
  `${APOLLO}/inaccessible/v0.1`,
  `${APOLLO}/inaccessible/v0.2`,
  `${APOLLO}/context/v0.1`,
]);

const GUARDS: ReadonlySet<string> = new Set(Object.values(AUTHORIZATION));

/** Throws a reason when a supergraph links a protection (`for: SECURITY`) that the gateway would not keep. */
export function checkProtections(links: readonly Link[]): void {
  const unknown = links.find(
    ({ url, identity, isForSecurity }) => (isForSecurity || GUARDS.has(identity)) && !ENFORCED.has(url),
  );
  if (unknown) throw new Error(`it asks for a protection that this gateway does not enforce: ${unknown.url}`);
}

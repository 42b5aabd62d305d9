import type { TestSubgraph } from '@nexus/contracts/testing';
import { type Viewer, viewerFromClaims } from '@nexus/contracts/viewer';
import { decodeJwt } from 'jose';

export const PASSWORD = 'correct horse battery staple';

/** Somebody who signed up: their id in the API, the viewer of their access token, and their refresh token. */
export type Person = { id: string; handle: string; viewer: Viewer; refreshToken: string };

/** Signs somebody up through the API. */
export async function signUp(users: TestSubgraph, handle: string): Promise<Person> {
  const input = { email: `${handle}@example.org`, password: PASSWORD, handle };
  const answer = await users.ask(
    `mutation ($input: SignUpInput!) {
      signUp(input: $input) { viewer { user { id } } accessToken refreshToken userErrors { message } }
    }`,
    { input },
  );
  const { viewer, accessToken, refreshToken } = answer.data.signUp;
  return { id: viewer.user.id, handle, viewer: viewerOf(accessToken), refreshToken };
}

/** Who an access token says is asking, as the gateway reads it. */
export function viewerOf(accessToken: string): Viewer {
  const viewer = viewerFromClaims(decodeJwt(accessToken));
  if (!viewer) throw new Error('The access token names no viewer.');
  return viewer;
}

export const USER_ERRORS = 'userErrors { __typename code message path ... on RateLimitError { retryAfterSeconds } }';

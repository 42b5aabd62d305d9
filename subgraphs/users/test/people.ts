import { assertionKey } from '@nexus/contracts/agreement';
import type { TestSubgraph } from '@nexus/contracts/testing';
import { signAssertion, type Viewer, viewerFromClaims } from '@nexus/contracts/viewer';
import { CLIENT_IP, CLIENT_USER_AGENT } from '@nexus/kit/headers';
import { TEST_SECRET } from '@nexus/kit/testing/database';
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

export type SignedIn = {
  accessToken: string;
  refreshToken: string;
  viewer: { sessions: { isCurrent: boolean }[] };
  userErrors: { code: string; retryAfterSeconds?: number }[];
};

/** Signs maria in from somewhere, as the gateway passes it on. */
export async function signInFrom(
  users: TestSubgraph,
  { ip, userAgent = 'Test/1', password = PASSWORD }: { ip: string; userAgent?: string; password?: string },
): Promise<SignedIn> {
  const assertion = await signAssertion(assertionKey(TEST_SECRET, 'users'), 'users', undefined);
  const query = `mutation ($password: String!) {
    signIn(input: { password: { emailOrHandle: "maria", password: $password } }) {
      accessToken refreshToken viewer { sessions { id isCurrent } } ${USER_ERRORS}
    }
  }`;
  const response = await fetch(`${users.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${assertion}`,
      [CLIENT_IP]: ip,
      [CLIENT_USER_AGENT]: userAgent,
    },
    body: JSON.stringify({ query, variables: { password } }),
  });
  const { data } = (await response.json()) as { data: { signIn: SignedIn } };
  return data.signIn;
}

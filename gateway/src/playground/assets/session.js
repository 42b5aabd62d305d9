const KEY = 'nexus.session';
/** Refreshed this long before the access token ends, in milliseconds. */
const EARLY_MS = 60_000;

const TOKENS = `accessToken accessTokenExpiresAt refreshToken viewer { id user { handle displayName } } userErrors { message }`;
const SIGN_IN = `mutation SignIn($emailOrHandle: String!, $password: String!) {
  result: signIn(input: { password: { emailOrHandle: $emailOrHandle, password: $password } }) { ${TOKENS} }
}`;
const REFRESH = `mutation RefreshSession($refreshToken: String!) {
  result: refreshSession(input: { refreshToken: $refreshToken }) { ${TOKENS} }
}`;
const SIGN_OUT = `mutation SignOut { signOut { success } }`;

/** Sends one operation; the answer is whatever JSON the gateway gives, errors included. */
export async function send(operation, headers = {}) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify(operation),
  });
  return response.json();
}

/** The signed-in person of this browser tab; `onChange` is told whenever that changes. */
export function createSession(onChange) {
  let session = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
  let refreshing;

  function keep(next) {
    session = next;
    if (next) sessionStorage.setItem(KEY, JSON.stringify(next));
    else sessionStorage.removeItem(KEY);
    onChange(person());
  }

  const person = () => session?.viewer?.user;

  async function open(query, variables) {
    // Without the old token: an expired one would have the whole request refused.
    const { data, errors } = await send({ query, variables });
    const problem = errors?.[0] ?? data?.result?.userErrors?.[0];
    if (problem) throw new Error(problem.message);
    keep(data.result);
  }

  /** One refresh at a time: using the same refresh token twice would end the session. */
  function refresh() {
    refreshing ??= open(REFRESH, { refreshToken: session.refreshToken })
      .catch(() => keep(null))
      .finally(() => {
        refreshing = undefined;
      });
    return refreshing;
  }

  async function headers() {
    if (session && Date.parse(session.accessTokenExpiresAt) - Date.now() < EARLY_MS) await refresh();
    return session ? { authorization: `Bearer ${session.accessToken}` } : {};
  }

  async function signOut() {
    const known = await headers();
    keep(null);
    await send({ query: SIGN_OUT }, known).catch(() => undefined);
  }

  return { person, headers, signOut, signIn: (emailOrHandle, password) => open(SIGN_IN, { emailOrHandle, password }) };
}

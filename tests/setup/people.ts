import type { TestGraph } from './graph.ts';

export type Person = { id: string; handle: string; token: string; refreshToken: string };

export const PASSWORD = 'correct horse battery staple';

const SIGN_UP = `mutation SignUp($input: SignUpInput!) {
  signUp(input: $input) { accessToken refreshToken viewer { user { id handle } } userErrors { message path } }
}`;

const SIGN_IN = `mutation SignIn($handle: String!, $password: String!) {
  signIn(input: { password: { emailOrHandle: $handle, password: $password } }) {
    accessToken refreshToken viewer { user { id handle } } userErrors { message }
  }
}`;

/** A new person with an account. */
export async function signUp(graph: TestGraph, handle: string): Promise<Person> {
  const input = { email: `${handle}@example.org`, password: PASSWORD, handle, displayName: handle };
  return readPerson(await graph.ask(SIGN_UP, { input }), 'signUp');
}

/** A person who has an account already. */
export async function signIn(graph: TestGraph, handle: string, password: string): Promise<Person> {
  return readPerson(await graph.ask(SIGN_IN, { handle, password }), 'signIn');
}

function readPerson(answer: Awaited<ReturnType<TestGraph['ask']>>, mutation: string): Person {
  const payload = answer.data?.[mutation];
  if (!payload?.accessToken) throw new Error(`${mutation} failed: ${JSON.stringify(answer)}`);
  const { id, handle } = payload.viewer.user;
  return { id, handle, token: payload.accessToken, refreshToken: payload.refreshToken };
}

import { randomBytes } from 'node:crypto';
import { StartupError } from '@nexus/kit/startup-error';
import { z } from 'zod';

const SIGN_UP = `mutation ($input: SignUpInput!) { signUp(input: $input) { accessToken } }`;
const PUBLISH = `mutation ($text: String!) { createPost(input: { content: { text: $text } }) { post { id } } }`;
const READ = `query ($id: ID!) { post(id: $id) { text author { handle } reactionCount } }`;

const signedUp = z.object({ signUp: z.object({ accessToken: z.string() }) });
const published = z.object({ createPost: z.object({ post: z.object({ id: z.string() }) }) });
const read = z.object({
  post: z.object({ text: z.string(), author: z.object({ handle: z.string() }), reactionCount: z.number() }),
});

/** Signs up, publishes and reads through the gateway, each subgraph with a part in it. Returns what it saw. */
export async function makeJourney(gateway: string): Promise<string> {
  const handle = `replay_${randomBytes(4).toString('hex')}`;
  const input = { handle, email: `${handle}@example.org`, password: randomBytes(16).toString('hex') };
  const { accessToken } = signedUp.parse(await ask(gateway, { query: SIGN_UP, variables: { input } })).signUp;
  const asPerson = (query: string, variables: object) => ask(gateway, { query, variables }, accessToken);
  const { id } = published.parse(await asPerson(PUBLISH, { text: 'Hello from the production shape' })).createPost.post;
  const { post } = read.parse(await asPerson(READ, { id }));
  return `@${post.author.handle}: “${post.text}”, ${post.reactionCount} reactions`;
}

/** Makes sure that a subgraph does not answer somebody who is not the gateway. */
export async function expectRefusal(subgraph: string): Promise<void> {
  const { status } = await post(subgraph, { query: '{ __typename }' });
  if (status !== 401) throw new StartupError(`${subgraph} answers a stranger with ${status}.`);
}

async function ask(gateway: string, body: object, token?: string): Promise<unknown> {
  const response = await post(gateway, body, token);
  const { data, errors } = z
    .object({ data: z.unknown(), errors: z.unknown() })
    .partial()
    .parse(await response.json());
  if (errors !== undefined) throw new StartupError(`The gateway answers ${JSON.stringify(errors)}.`);
  return data;
}

function post(origin: string, body: object, token?: string): Promise<Response> {
  const headers = {
    'content-type': 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  return fetch(`${origin}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
}

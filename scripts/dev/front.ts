import { assertionKey } from '@nexus/contracts/agreement';
import { signAssertion } from '@nexus/contracts/viewer';
import { createApp } from '@nexus/gateway/http/app';
import { addPlayground, type PlaygroundState, SANDBOX_ORIGIN } from '@nexus/gateway/playground/playground';
import { DEFAULT_LIMITS } from '@nexus/gateway/protection/limits';
import { listen } from '@nexus/kit/listen';
import { createLogger } from '@nexus/kit/log';
import { reasonOf } from '@nexus/kit/reasons';
import { Agent, request } from 'undici';
import { type DevViewer, headersOf, VIEWER } from './viewers.ts';
import type { WatchedSubgraph } from './watched-subgraph.ts';

/** A subgraph has no operations of its own; whoever asks it, asks as the gateway does. */
const exampleOf = (
  name: string,
) => `# ${name} alone, without the gateway: what it owns, and what it adds to types of others.
# Whom you ask as is chosen above. Ctrl-Space says what there is.

query Alone {
  viewer {
    id
  }
}
`;

type Setting = {
  subgraph: Pick<WatchedSubgraph, 'name' | 'url'>;
  port: number;
  secret: string;
  viewers: readonly [DevViewer, ...DevViewer[]];
  state: () => PlaygroundState;
};

const FOR_SANDBOX = {
  'access-control-allow-origin': SANDBOX_ORIGIN,
  'access-control-allow-headers': `content-type, authorization, ${VIEWER}`,
  'access-control-allow-methods': 'POST',
};

/** As much as a subgraph takes. */
const BODY_BYTES = 1_048_576;

/**
 * The one address of a subgraph whose versions come and go, with a playground of its own. What is not signed by the
 * gateway is signed here for a development viewer; there is no such thing outside of `npm run dev`.
 */
export async function startFront({ subgraph, port, secret, viewers, state }: Setting) {
  const { name } = subgraph;
  const app = createApp(createLogger(`front of ${name}`, 'warn'), undefined, {
    ...DEFAULT_LIMITS,
    bodyBytes: BODY_BYTES,
  });
  const agent = new Agent();
  addPlayground(app, {
    title: `${name} alone`,
    examples: [exampleOf(name)],
    viewers: async () => viewers.map((one) => ({ name: one.name, headers: { [VIEWER]: one.name } })),
    state,
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));

  const sign = async (wanted: unknown) => {
    const chosen = wanted === undefined ? viewers[0] : viewers.find((one) => one.name === wanted);
    if (!chosen) throw new Error(`nobody here is called "${wanted}"`);
    return `Bearer ${await signAssertion(assertionKey(secret, name), name, chosen.viewer)}`;
  };

  app.addHook('onSend', async (asked, reply) => {
    if (asked.headers.origin === SANDBOX_ORIGIN) reply.headers(FOR_SANDBOX);
  });
  app.options('/graphql', async (_, reply) => reply.code(204).send());
  app.all('/*', async ({ method, url, headers, body }, reply) => {
    // A page of another site may send any text, but JSON only if it is let.
    const isOwn = url === '/graphql' && headers['content-type']?.startsWith('application/json');
    try {
      const authorization = headers.authorization ?? (isOwn ? await sign(headers[VIEWER]) : undefined);
      const passedOn = { ...headersOf(headers), ...(authorization && { authorization }) };
      const asked = { method: method as 'POST', headers: passedOn, dispatcher: agent };
      const content = Buffer.isBuffer(body) ? { body } : {};
      const answer = await request(`${await subgraph.url()}${url}`, { ...asked, ...content });
      return await reply.code(answer.statusCode).headers(headersOf(answer.headers)).send(answer.body);
    } catch (error) {
      return await reply.code(502).send({ errors: [{ message: `${name} does not answer: ${reasonOf(error)}` }] });
    }
  });

  const origin = await listen(app, { host: '127.0.0.1', port, name });
  const stop = async () => {
    app.server.closeAllConnections();
    await app.close();
    await agent.destroy();
  };
  return { url: origin, stop };
}

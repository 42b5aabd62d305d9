import { assertionKey } from '@nexus/contracts/agreement';
import { encodeId } from '@nexus/contracts/ids';
import { type Viewer, verifyAssertion } from '@nexus/contracts/viewer';
import { createApp } from '@nexus/gateway/http/app';
import { DEFAULT_LIMITS } from '@nexus/gateway/protection/limits';
import { listen } from '@nexus/kit/listen';
import { createLogger } from '@nexus/kit/log';
import { z } from 'zod';
import type { KnownEntities } from './mock/entities.ts';
import { createMock, type GraphqlRequest, type Mock } from './mock/mock-schema.ts';
import type { TokenMaker } from './viewers.ts';

export type MockServer = {
  /** Where the mock of a subgraph answers. */
  urlOf(name: string): string;
  /** From now on a subgraph has this schema. */
  set(name: string, sdl: string): void;
  jwksUrl: string;
  stop(): Promise<void>;
};

type Setting = {
  secret: string;
  known: KnownEntities;
  tokens: TokenMaker;
  /** Whoever signs in to a mock. */
  demo: Viewer | undefined;
  /** Where services answer that are no mocks. */
  neighbours: Readonly<Record<string, string>>;
};

/** Entities are asked for in crowds. */
const BODY_BYTES = 1_048_576;

/** Mocks of subgraphs behind one port, and the keys of development's access tokens. */
export async function startMockServer(setting: Setting): Promise<MockServer> {
  const { secret, known, tokens, demo, neighbours } = setting;
  const mocks = new Map<string, () => Mock>();
  const app = createApp(createLogger('mocks', 'warn'), undefined, { ...DEFAULT_LIMITS, bodyBytes: BODY_BYTES });
  const answers = {
    Viewer: (context: unknown) => viewerFacts(isContext(context) ? context.viewer : undefined),
    'AuthPayload.accessToken': () => (demo ? tokens.tokenOf(demo) : null),
  };

  app.post<{ Params: { name: string }; Body: GraphqlRequest }>('/:name/graphql', async ({ params, body, headers }) => {
    const { name } = params;
    const token = headers.authorization?.replace(/^Bearer /, '') ?? '';
    const viewer = await verifyAssertion(assertionKey(secret, name), name, token).catch(() => undefined);
    const answer = await mocks.get(name)?.().answer(body, { viewer });
    return answer ?? { errors: [{ message: `There is no mock of ${name}.` }] };
  });
  app.get('/health/ready', async () => ({ status: 'ready' }));
  app.get('/.well-known/jwks.json', async () => ({
    keys: [...tokens.jwks.keys, ...(await keysOf(neighbours.users).catch(() => []))],
  }));

  const origin = await listen(app, { host: '127.0.0.1', port: 0, name: 'mocks' });
  return {
    urlOf: (name) => `${origin}/${name}/graphql`,
    set(name, sdl) {
      const make = lazily(() => createMock(sdl, { known, answers }));
      mocks.set(name, make);
    },
    jwksUrl: `${origin}/.well-known/jwks.json`,
    stop: () => app.close(),
  };
}

/** Where people can really sign in, who did is believed, too. */
async function keysOf(users: string | undefined): Promise<object[]> {
  if (users === undefined) return [];
  const response = await fetch(`${users}/.well-known/jwks.json`, { signal: AbortSignal.timeout(KEYS_MS) });
  const { keys } = KEYS.parse(await response.json());
  return keys;
}

const KEYS = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });
const KEYS_MS = 1_000;

/** Whoever saves waits for nothing that is not asked. */
function lazily<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

type Context = { viewer: Viewer | undefined };

const isContext = (value: unknown): value is Context =>
  typeof value === 'object' && value !== null && 'viewer' in value;

/** The viewer of a mock is the one who asks; nobody where nobody asks. */
function viewerFacts(viewer: Viewer | undefined) {
  return viewer ? { id: encodeId('viewer', viewer.id), user: { id: encodeId('user', viewer.id) } } : null;
}

import { assertionKey } from '@nexus/contracts/agreement';
import { encodeId } from '@nexus/contracts/ids';
import { type Viewer, verifyAssertion } from '@nexus/contracts/viewer';
import { createApp } from '@nexus/gateway/http/app';
import { DEFAULT_LIMITS } from '@nexus/gateway/protection/limits';
import { listen } from '@nexus/kit/listen';
import { createLogger } from '@nexus/kit/log';
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

type Setting = { secret: string; known: KnownEntities; tokens: TokenMaker; demo: Viewer | undefined };

/** Mocks of subgraphs behind one port, and the keys of development's access tokens. */
export async function startMockServer({ secret, known, tokens, demo }: Setting): Promise<MockServer> {
  const mocks = new Map<string, () => Mock>();
  const app = createApp(createLogger('mocks', 'warn'), undefined, DEFAULT_LIMITS);
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
  app.get('/.well-known/jwks.json', async () => tokens.jwks);

  const origin = await listen(app, { host: '127.0.0.1', port: 0, name: 'mocks' });
  return {
    urlOf: (name) => `${origin}/${name}/graphql`,
    set: (name, sdl) =>
      void mocks.set(
        name,
        lazily(() => createMock(sdl, { known, answers })),
      ),
    jwksUrl: `${origin}/.well-known/jwks.json`,
    stop: () => app.close(),
  };
}

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

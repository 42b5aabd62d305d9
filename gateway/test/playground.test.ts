import { createLogger } from '@nexus/kit/log';
import { expect, test } from 'vitest';
import { watchFile } from '../src/supergraph/watch-file.ts';
import { supergraphFile } from '../src/supergraph-file.ts';
import { startTestGateway } from './test-gateway.ts';

test('the playground loads everything from the gateway itself', async () => {
  await using gateway = await startTestGateway({ environment: 'development' });

  const page = await gateway.get('/');
  const loaded = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '');
  const files = loaded.filter((address) => address.startsWith('/'));
  const answers = await Promise.all([...files, '/playground/session.js'].map((file) => gateway.get(file)));

  expect(page.headers.get('content-type')).toMatch('text/html');
  expect(loaded.filter((address) => !address.startsWith('/'))).toEqual(['data:,']);
  expect(files).toHaveLength(6);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
});

test('its content security policy allows no other origin and no inline script', async () => {
  await using gateway = await startTestGateway({ environment: 'development' });

  const policy = (await gateway.get('/')).headers.get('content-security-policy') ?? '';

  expect(policy).toContain("default-src 'none'; script-src 'self';");
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
});

test('it offers the demo person and the example operations', async () => {
  const demo = { handle: 'ada', password: 'correct horse' };
  await using gateway = await startTestGateway({ environment: 'development', playground: { demo } });

  const { body } = await gateway.get('/playground/settings.json');

  expect(body).toEqual({ demo, operations: expect.any(Array) });
});

test('it offers no operation that the API does not answer', async () => {
  const offeredBy = async (variant: string) => {
    const supergraph = watchFile(supergraphFile(variant), createLogger('gateway', 'silent'));
    await using gateway = await startTestGateway({ environment: 'development', supergraph });
    return JSON.stringify((await gateway.get('/playground/settings.json')).body);
  };

  const [everybody, staff] = [await offeredBy('public'), await offeredBy('internal')];

  expect(everybody).toContain('query HomeFeed');
  expect(everybody).not.toContain('query ModerationQueue');
  expect(staff).toContain('query ModerationQueue');
});

test('production has no playground', async () => {
  await using gateway = await startTestGateway();

  const answers = await Promise.all(['/', '/playground/settings.json'].map((address) => gateway.get(address)));

  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
});

test('Apollo Sandbox may call the API in development, other sites and addresses may not', async () => {
  await using development = await startTestGateway({ environment: 'development' });
  await using production = await startTestGateway();
  const allowed = async (gateway: typeof development, path: string, origin: string) =>
    (await gateway.get(path, { headers: { origin } })).headers.get('access-control-allow-origin');
  const sandbox = 'https://studio.apollographql.com';

  expect(await allowed(development, '/graphql', sandbox)).toBe(sandbox);
  expect(await allowed(development, '/graphql', 'https://evil.example')).toBeNull();
  expect(await allowed(development, '/playground/settings.json', sandbox)).toBeNull();
  expect(await allowed(production, '/graphql', sandbox)).toBeNull();
});

test('a preflight of Apollo Sandbox is answered', async () => {
  await using gateway = await startTestGateway({ environment: 'development' });

  const { status, headers } = await gateway.get('/graphql', {
    method: 'OPTIONS',
    headers: {
      origin: 'https://studio.apollographql.com',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,authorization',
    },
  });

  expect(status).toBe(204);
  expect(headers.get('access-control-allow-headers')).toMatch('authorization');
});

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { promisify } from 'node:util';
import { createLogger } from '@nexus/kit/log';
import { test } from 'vitest';
import { createApp } from '../src/http/app.ts';
import { DEFAULT_LIMITS, type Limits } from '../src/protection/limits.ts';

const HEAD = 'POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';

// They wait more than they work, and know nothing of each other.
test.concurrent.for([
  { sent: 'nothing', text: '', status: 408 },
  { sent: 'half a head', text: HEAD, status: 408 },
  { sent: 'half a body', text: `${HEAD}content-length: 100\r\n\r\n{`, status: 408 },
  { sent: 'what is not HTTP', text: 'hello\r\n\r\n', status: 400 },
])('who sends $sent and never hangs up is told so and loses the socket', async ({ text, status }, { expect }) => {
  await using server = await startServer({ headMs: 100, requestMs: 200 });
  const client = server.open();

  client.write(text);

  const [answer] = await once(client, 'data');
  expect(`${answer}`).toContain(`HTTP/1.1 ${status} `);
  await expect.poll(server.connections, { timeout: 5_000 }).toBe(0);
});

test.concurrent('who does not take its answer loses the socket', async ({ expect }) => {
  await using server = await startServer({ sendMs: 200 });
  const client = server.open();

  client.pause().write('GET /long HTTP/1.1\r\nhost: x\r\n\r\n');

  await server.answered;
  await expect.poll(server.connections, { timeout: 5_000 }).toBe(0);
});

test.concurrent('who waits for an answer may wait longer than it may take to send it', async ({ expect }) => {
  await using server = await startServer({ sendMs: 1 });
  const client = server.open();

  client.write('GET /late HTTP/1.1\r\nhost: x\r\n\r\n');

  const [answer] = await once(client, 'data');
  expect(`${answer}`).toContain('HTTP/1.1 200 ');
});

/** The server without GraphQL; its clients never hang up by themselves. */
async function startServer(limits: Partial<Limits>) {
  const answered = Promise.withResolvers<void>();
  const app = createApp(createLogger('gateway', 'silent'), undefined, { ...DEFAULT_LIMITS, ...limits });
  app.post('/', () => 'read');
  app.get('/late', () => new Promise((resolve) => setTimeout(resolve, 100, 'late')));
  // More than the kernel keeps for both sides.
  app.get('/long', () => {
    answered.resolve();
    return Buffer.alloc(50_000_000);
  });
  const { hostname, port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  const countConnections = promisify(app.server.getConnections.bind(app.server));
  const clients: Socket[] = [];
  return {
    answered: answered.promise,
    connections: () => countConnections(),
    open() {
      const client = connect({ host: hostname, port: Number(port), allowHalfOpen: true }).on('error', () => undefined);
      clients.push(client);
      return client;
    },
    async [Symbol.asyncDispose]() {
      for (const client of clients) client.destroy();
      await app.close();
    },
  };
}

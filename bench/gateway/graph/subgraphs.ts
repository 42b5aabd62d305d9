/** The four subgraphs as one process: tells its parent their ports, then answers `record` and `take` about its fetches. */
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { createAnswers } from './answers.ts';
import { createFetchLog } from './fetches.ts';
import { SUBGRAPHS, type SubgraphName, sdlOf } from './names.ts';

/** Longer than a bench: a gateway that waits for its turn keeps its connections. */
const KEEP_ALIVE_MS = 3_600_000;

const log = createFetchLog();
const ports = await Promise.all(SUBGRAPHS.map((name) => listen(serve(name))));
process.send?.({ ports });
process.on('message', (message) => {
  if (message === 'record') log.record();
  if (message === 'take') process.send?.(log.take());
});
process.on('disconnect', () => process.exit());

function serve(name: SubgraphName): Server {
  const answers = createAnswers(name, sdlOf(name));
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const answer = Buffer.from(await log.note(name, body, () => answers(body)));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return server;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address) resolve(address.port);
    });
  });
}

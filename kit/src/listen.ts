import type { FastifyInstance } from 'fastify';
import { codeOf } from './reasons.ts';
import { StartupError } from './startup-error.ts';

type Place = { host: string; port: number; name: string };

/** Listens, or says in one sentence why not. Returns the origin, e.g. `http://127.0.0.1:4001`. */
export async function listen(app: FastifyInstance, { host, port, name }: Place): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EADDRINUSE') {
      throw new StartupError(`Port ${port} (${name}) is taken. Stop what uses it or set another port.`);
    }
    if (code === 'EACCES') {
      throw new StartupError(`Port ${port} (${name}) is not allowed for this user. Set a port above 1023.`);
    }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new StartupError(`HOST ${host} is not an address of this machine.`);
    }
    throw error;
  }
}

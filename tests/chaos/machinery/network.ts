import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** How the network between two servers is: as it should be, silent, slow, or refusing. */
export type Weather = 'fair' | 'black hole' | 'slow' | 'refusing';

export type Network = {
  port: number;
  /** From now on; what was held up in a black hole arrives when it ends. */
  turn(weather: Weather): void;
  /** Resets all connections there are. */
  cut(): void;
  close(): Promise<void>;
};

const SLOW_MS = 300;

/** A TCP proxy on 127.0.0.1 whose network can be bad. */
export async function startNetwork(target: { port: number }): Promise<Network> {
  const lines = new Set<Line>();
  let weather: Weather = 'fair';
  const server = createServer((near) => {
    if (weather === 'refusing') return void near.resetAndDestroy();
    const line = openLine(near, target.port, () => weather);
    lines.add(line);
    near.once('close', () => lines.delete(line));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const line of lines) line.cut();
  };
  return {
    port: portOf(server.address()),
    turn: (wanted) => {
      weather = wanted;
      for (const line of lines) line.hold(wanted === 'black hole');
    },
    cut,
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}

type Line = { hold(isHeld: boolean): void; cut(): void };

function openLine(near: Socket, port: number, weather: () => Weather): Line {
  const far = connect({ port, host: '127.0.0.1' });
  const cut = () => {
    for (const socket of [near, far]) if (!socket.destroyed) socket.resetAndDestroy();
  };
  const hold = (isHeld: boolean) => {
    for (const socket of [near, far]) isHeld ? socket.pause() : socket.resume();
  };
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const) {
    const pass = (chunk: Buffer) => void (to.destroyed || to.write(chunk));
    from.setNoDelay(true);
    // Order holds: all wait equally long.
    from.on('data', (chunk: Buffer) => (weather() === 'slow' ? setTimeout(pass, SLOW_MS, chunk) : pass(chunk)));
    from.on('end', () => to.end());
    from.on('error', cut);
    from.on('close', () => to.destroy());
  }
  if (weather() === 'black hole') hold(true);
  return { hold, cut };
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (typeof address !== 'object' || address === null) throw new Error('the proxy has no port');
  return address.port;
}

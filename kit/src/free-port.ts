import { createServer } from 'node:net';

/** A TCP port of 127.0.0.1 that is free now; somebody else may still take it before it is used. */
export const freePort = (): Promise<number> => hold(0);

/** Whether nobody holds a port of 127.0.0.1 now. */
export const isFree = (port: number): Promise<boolean> =>
  hold(port).then(
    () => true,
    () => false,
  );

function hold(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
      });
    });
  });
}

import { isFree } from '@nexus/kit/free-port';

/**
 * A port with three free ones behind it: the gateway and its subgraphs. Below the range from which the system gives
 * ports to everybody who asks for any, so that nobody takes one before we do.
 */
export async function freePortBlock(): Promise<number> {
  for (;;) {
    const first = 10_000 + 4 * Math.floor(5_000 * Math.random());
    const areFree = await Promise.all([0, 1, 2, 3].map((offset) => isFree(first + offset)));
    if (areFree.every(Boolean)) return first;
  }
}

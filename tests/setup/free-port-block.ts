import { SUBGRAPHS } from '@nexus/contracts/subgraph-names';
import { isFree } from '@nexus/kit/free-port';

const SIZE = 1 + SUBGRAPHS.length;

/**
 * A port with free ones behind it: the gateway and its subgraphs. Below the range from which the system gives
 * ports to everybody who asks for any, so that nobody takes one before we do.
 */
export async function freePortBlock(): Promise<number> {
  for (;;) {
    const first = 10_000 + SIZE * Math.floor((20_000 / SIZE) * Math.random());
    const areFree = await Promise.all(Array.from({ length: SIZE }, (_, offset) => isFree(first + offset)));
    if (areFree.every(Boolean)) return first;
  }
}

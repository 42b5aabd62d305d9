import { signAssertion, type Viewer } from '@nexus/contracts/viewer';
import { LRUCache } from 'lru-cache';

/** An assertion lives 30 s and has most of that left when it is sent. */
const REUSED_MS = 10_000;
const MAX_VIEWERS = 5_000;
/** The cache reads the clock so often; by default each millisecond, with a timer each time. */
const CLOCK_MS = 1_000;

/** Signs for one subgraph who asks; the same viewer's assertion is sent again for 10 s, because signing costs CPU. */
export function createAssertions(
  subgraph: string,
  key: Uint8Array,
): (viewer: Viewer | undefined) => string | Promise<string> {
  const signed = new LRUCache<string, string | Promise<string>>({
    max: MAX_VIEWERS,
    ttl: REUSED_MS,
    ttlResolution: CLOCK_MS,
  });

  const sign = (who: string, viewer: Viewer | undefined) => {
    const signing = signAssertion(key, subgraph, viewer);
    signed.set(who, signing);
    signing.then(
      (assertion) => signed.set(who, assertion),
      () => signed.delete(who),
    );
    return signing;
  };
  return (viewer) => {
    const who = viewer ? `${viewer.id} ${viewer.sessionId}` : '';
    return signed.get(who) ?? sign(who, viewer);
  };
}

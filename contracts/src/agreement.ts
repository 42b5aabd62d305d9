import { unauthenticated } from '@nexus/kit/errors';
import { deriveKey } from '@nexus/kit/secrets';
import type { Agreement } from '@nexus/kit/server';
import type { Caller as KitCaller, Services as KitServices, Subgraph as KitSubgraph } from '@nexus/kit/subgraph';
import type { Policies } from './authorization.ts';
import { type Events, events } from './events.ts';
import type { SubgraphName } from './subgraph-names.ts';
import { type Viewer, verifyAssertion } from './viewer.ts';

export type Services = KitServices<Events>;
export type Caller = KitCaller<Viewer>;
export type Subgraph<Context extends object> = KitSubgraph<Events, Viewer, Context> & {
  name: SubgraphName;
  /** Who may have which field: what `guards` keep. */
  policies: Policies;
};

/** The key with which the gateway signs its assertions to one subgraph. */
export const assertionKey = (secret: string, subgraph: string): Uint8Array =>
  deriveKey(secret, `assertion ${subgraph}`);

/** What the subgraphs agree on: these events, and that only the gateway says who asks. */
export const agreement: Agreement<Events, Viewer> = {
  catalog: events,
  identify: async ({ subgraph, secret, token }) => {
    if (token === undefined) throw unauthenticated('Subgraphs answer the gateway only.');
    return await verifyAssertion(assertionKey(secret, subgraph), subgraph, token);
  },
};

/** The person asking, or UNAUTHENTICATED. */
export function requireViewer({ viewer }: { viewer: Viewer | undefined }): Viewer {
  if (!viewer) throw unauthenticated();
  return viewer;
}

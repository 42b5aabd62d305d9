import { setTimeout as delay } from 'node:timers/promises';
import { assertionKey } from '@nexus/contracts/agreement';
import { encodeId } from '@nexus/contracts/ids';
import { signAssertion } from '@nexus/contracts/viewer';
import type { Options } from './options.ts';

export type Place = { url: string; secret: string; viewerIds: readonly string[]; postIds: readonly string[] };
export type Sent = { sent: number; accepted: number; refused: number; milliseconds: number[] };

const RECORD = `mutation ($items: [ImpressionInput!]!) {
  recordImpressions(input: { items: $items, surface: HOME }) { accepted userErrors { message } } }`;

/** Sends impressions at a fixed rate that does not wait for answers, each of a viewer and a post that were not yet together. */
export async function sendImpressions(place: Place, { rate, batch, seconds }: Options): Promise<Sent> {
  const { postIds, viewerIds } = place;
  const total: Sent = { sent: 0, accepted: 0, refused: 0, milliseconds: [] };
  const assertions = await Promise.all(viewerIds.map((id) => assertionFor(place, id)));
  const requests = Math.ceil((rate * seconds) / batch);
  const pause = (1_000 * batch) / rate;
  const began = performance.now();
  const open: Promise<void>[] = [];
  for (let nth = 0; nth < requests; nth += 1) {
    const wait = began + nth * pause - performance.now();
    if (wait > 1) await delay(wait);
    const round = Math.floor(nth / viewerIds.length) * batch;
    const items = Array.from({ length: batch }, (_, index) => ({
      postId: encodeId('post', postIds[(round + index) % postIds.length] ?? ''),
    }));
    open.push(send(place, { assertion: assertions[nth % viewerIds.length] ?? '', items, total }));
  }
  await Promise.all(open);
  return total;
}

const assertionFor = ({ secret }: Place, id: string) =>
  signAssertion(assertionKey(secret, 'interactions'), 'interactions', { id, sessionId: id });

type Request = { assertion: string; items: readonly { postId: string }[]; total: Sent };

async function send({ url }: Place, { assertion, items, total }: Request): Promise<void> {
  const began = performance.now();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${assertion}` },
    body: JSON.stringify({ query: RECORD, variables: { items } }),
  });
  const { data } = (await response.json()) as { data?: { recordImpressions: { accepted: number | null } } };
  const accepted = data?.recordImpressions.accepted ?? undefined;
  total.milliseconds.push(performance.now() - began);
  total.sent += items.length;
  if (accepted === undefined) total.refused += items.length;
  else total.accepted += accepted;
}

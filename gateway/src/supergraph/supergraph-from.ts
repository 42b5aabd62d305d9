import type { SupergraphManager } from '@apollo/gateway';
import { fromCaller } from '@nexus/contracts/settings';
import type { Logger } from '@nexus/kit/log';
import { composeFrom } from './compose-from.ts';
import { pollUrl } from './poll-url.ts';
import { watchFile } from './watch-file.ts';

/** Brings the supergraph from where the caller says it is: a URL, a supergraph.yaml, or a composed file. */
export function supergraphFrom(
  place: string,
  { everyMs, logger }: { everyMs: number; logger: Logger },
): SupergraphManager {
  if (/^https?:/.test(place)) return pollUrl(place, { everyMs, logger });
  const file = fromCaller(place);
  return /\.ya?ml$/.test(place) ? composeFrom(file, logger) : watchFile(file, logger);
}

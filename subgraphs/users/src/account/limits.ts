import type { RateLimiters } from '@nexus/kit/rate-limit';

const QUARTER_OF_AN_HOUR = 900;
const HOUR = 3_600;

export type Limits = ReturnType<typeof createLimits>;

/** How often one may try what costs a password hash. Many people may share one network, so networks get more. */
export function createLimits(rateLimiters: RateLimiters) {
  return {
    signInsToAccount: rateLimiters.create('sign-in-account', { points: 10, seconds: QUARTER_OF_AN_HOUR }),
    signInsFromNetwork: rateLimiters.create('sign-in-network', { points: 100, seconds: QUARTER_OF_AN_HOUR }),
    signUpsFromNetwork: rateLimiters.create('sign-up-network', { points: 200, seconds: HOUR }),
  };
}

import type { RateLimiters } from '@nexus/kit/rate-limit';

const QUARTER_OF_AN_HOUR = 900;
const HOUR = 3_600;

export type Limits = ReturnType<typeof createLimits>;

/**
 * How often one may try what costs a password hash. Many people may share one network, so networks get more. An account
 * bears few tries from one ip prefix and many from all together: a stranger who guesses does not lock its owner out.
 * Reports are read by people: of one person thirty an hour.
 */
export function createLimits(rateLimiters: RateLimiters) {
  return {
    signInsFromNetwork: rateLimiters.create('sign-in-network', { points: 100, seconds: QUARTER_OF_AN_HOUR }),
    signInsToAccountFromPrefix: rateLimiters.create('sign-in-account-prefix', {
      points: 10,
      seconds: QUARTER_OF_AN_HOUR,
    }),
    signInsToAccount: rateLimiters.create('sign-in-account', { points: 100, seconds: HOUR }),
    reports: rateLimiters.create('report', { points: 30, seconds: HOUR }),
    signUpsFromNetwork: rateLimiters.create('sign-up-network', { points: 200, seconds: HOUR }),
  };
}

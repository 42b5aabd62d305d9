import type { Logger } from '../log.ts';
import { createRateLimiters, type RateLimiters } from '../rate-limit.ts';

/** Limits counted in this process, as without Redis, until `forgetAll` begins anew. */
export function createForgetfulLimiters(logger: Logger): RateLimiters & { forgetAll(): void } {
  const { create, close } = createRateLimiters(undefined, logger);
  const renewals: (() => void)[] = [];
  return {
    create: (name, allowance) => {
      let limiter = create(name, allowance);
      renewals.push(() => {
        limiter = create(name, allowance);
      });
      return { consume: (key) => limiter.consume(key), forget: (key) => limiter.forget(key) };
    },
    forgetAll: () => {
      for (const renew of renewals) renew();
    },
    close,
  };
}

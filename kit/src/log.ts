import { DrizzleQueryError } from 'drizzle-orm';
import { type Logger, pino, stdSerializers } from 'pino';

export type { Logger };

/** One line of JSON per event on standard output. Neither headers nor the values of statements are ever in it. */
export function createLogger(service: string, level: string): Logger {
  return pino({ name: service, level, redact: ['req.headers'], serializers: { err: withoutValues } });
}

/** A failed statement without its parameters: they may be anything that people wrote, or a password's hash. */
export function withoutValues(error: Error): object {
  if (!(error instanceof DrizzleQueryError)) return stdSerializers.err(error);
  return { ...stdSerializers.err(error.cause ?? new Error('no cause')), detail: undefined, query: error.query };
}

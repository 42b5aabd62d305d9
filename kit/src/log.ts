import { DrizzleQueryError } from 'drizzle-orm';
import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';

export type { Logger };

/** One line of JSON per event, on standard output unless told. Neither headers nor values of statements are ever in it. */
export function createLogger(service: string, level: string, destination?: DestinationStream): Logger {
  return pino({ name: service, level, redact: ['req.headers'], serializers: { err: withoutValues } }, destination);
}

/** A failed statement without its parameters: they may be anything that people wrote, or a password's hash. */
export function withoutValues(error: Error): object {
  if (!(error instanceof DrizzleQueryError)) return stdSerializers.err(error);
  return { ...stdSerializers.err(error.cause ?? new Error('no cause')), detail: undefined, query: error.query };
}

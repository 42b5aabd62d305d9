import { isatty } from 'node:tty';
import { DrizzleQueryError } from 'drizzle-orm';
import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';
import { build as pretty } from 'pino-pretty';

export type { Logger };

/**
 * One line of JSON per event, on standard output unless told; text for people where that is a terminal. Neither headers
 * nor values of statements are ever in it.
 */
export function createLogger(service: string, level: string, destination = forTerminal()): Logger {
  return pino({ name: service, level, redact: ['req.headers'], serializers: { err: withoutValues } }, destination);
}

const STANDARD_OUTPUT = 1;

/** Written at once: what a process says last is read, too. */
function forTerminal(): DestinationStream | undefined {
  if (!isatty(STANDARD_OUTPUT)) return undefined;
  return pretty({ destination: STANDARD_OUTPUT, sync: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' });
}

/** A failed statement without its parameters: they may be anything that people wrote, or a password's hash. */
export function withoutValues(error: Error): object {
  if (!(error instanceof DrizzleQueryError)) return stdSerializers.err(error);
  return { ...stdSerializers.err(error.cause ?? new Error('no cause')), detail: undefined, query: error.query };
}

import { type Logger, pino } from 'pino';

export type { Logger };

/** One line of JSON per event on standard output. Secrets travel in headers; those are never logged. */
export function createLogger(service: string, level: string): Logger {
  return pino({
    name: service,
    level,
    redact: ['req.headers', '*.password', '*.accessToken', '*.refreshToken', '*.authorization'],
  });
}

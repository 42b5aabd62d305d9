import { StartupError } from '@nexus/kit/startup-error';

const DAY_MS = 86_400_000;

/** The beginning (UTC) of the day that a text means, as `30d` ago or as `2026-11-01`; StartupError when it means none. */
export function readSince(text: string, now = Date.now()): Date {
  const [, days] = /^(\d{1,4})d$/.exec(text) ?? [];
  const time = days === undefined ? Date.parse(`${text}T00:00:00Z`) : now - Number(days) * DAY_MS;
  // Trap: the 31st of February is read as the 3rd of March.
  if (Number.isNaN(time) || (days === undefined && !new Date(time).toISOString().startsWith(text)))
    throw new StartupError(`--since is a number of days like 30d or a date like 2026-11-01, not "${text}".`);
  return new Date(Math.floor(time / DAY_MS) * DAY_MS);
}

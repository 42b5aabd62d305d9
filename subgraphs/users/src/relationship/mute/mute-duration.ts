import { invalid } from '@nexus/kit/errors';

const LONGEST_SECONDS = 366 * 86_400;

/** For how many seconds something is muted, null without an end; BAD_USER_INPUT at `path` if it is no time or too long. */
export function readMuteDuration(seconds: number | null | undefined, path: string): number | null {
  if (seconds == null) return null;
  if (seconds < 1 || seconds > LONGEST_SECONDS) {
    throw invalid(path, 'Mute for a second to a year, or leave this out to mute without an end.');
  }
  return seconds;
}

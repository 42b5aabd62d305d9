import { readSettings } from '@nexus/contracts/settings';

let days: number | undefined;

/** For how many days somebody may come back after they asked for their account to be deleted. */
export function graceDays(): number {
  days ??= readSettings().accountGraceDays;
  return days;
}

import type { UsageExport } from '@nexus/gateway/usage/usage-export';
import type { Finding } from '../finding.ts';

const DAY_MS = 86_400_000;
/** Clients are released more often than that. */
const FRESH_DAYS = 30;

/** Says that what was counted ended long ago: what nobody asked for then somebody may ask for now. */
export function oldUsage(usage: Pick<UsageExport, 'to'> | undefined, file: string, now: Date): Finding[] {
  if (!usage || now.getTime() - Date.parse(usage.to) <= FRESH_DAYS * DAY_MS) return [];
  return [
    {
      code: 'USAGE_OLD',
      severity: 'warning',
      message: `${file} tells what was asked until ${usage.to.slice(0, 10)}, more than ${FRESH_DAYS} days ago.`,
      remedy: 'Write it anew: npm run usage -- export.',
      coordinate: undefined,
      place: { file, line: 1, column: 1 },
      variant: undefined,
      operations: [],
    },
  ];
}

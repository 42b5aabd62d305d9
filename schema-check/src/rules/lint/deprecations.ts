import type { Lint } from './lint.ts';
import { deprecationOf } from './read-deprecation.ts';

/** Who deprecates something says what to use instead, and until when it stays. */
export const deprecations: Lint = ({ node, coordinate }) => {
  const deprecation = deprecationOf(node);
  if (!deprecation || (deprecation.reason !== undefined && isDay(deprecation.removableAfter))) return [];
  const missing = deprecation.reason === undefined ? 'a reason and a date' : 'a date';
  return [
    {
      code: 'LINT_DEPRECATION',
      severity: 'warning',
      message: `${coordinate} is deprecated without ${missing}.`,
      remedy: 'Write @deprecated(reason: "Use … instead; remove after YYYY-MM-DD.").',
    },
  ];
};

const isDay = (day: string | undefined): boolean => day !== undefined && !Number.isNaN(Date.parse(day));

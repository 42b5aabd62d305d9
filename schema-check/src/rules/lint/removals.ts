import type { Change } from '../../change.ts';
import type { Finding } from '../../finding.ts';
import { type Element, elementsOf } from '../reading/elements.ts';
import { tell } from '../tell.ts';
import { hasElement } from './has-element.ts';
import { deprecationOf } from './read-deprecation.ts';

/** What clients could use and can no longer, without having been told, or sooner than they were told. */
export function removals(change: Pick<Change, 'base' | 'head'>): Finding[] {
  const { base, head } = change;
  const [before, after] = [base.composed?.api, head.composed?.api];
  if (!before || !after) return [];
  return [...elementsOf(base)].flatMap(([coordinate, elements]) => {
    const [type] = coordinate.split('.');
    // Types bear no @deprecated; what led to one that is gone is gone, too.
    const isMember = type !== coordinate && type !== undefined && after.getType(type) !== undefined;
    if (!isMember || !hasElement(before, coordinate) || hasElement(after, coordinate)) return [];
    const [field = ''] = coordinate.split('(');
    // An argument goes with its field.
    if (field !== coordinate && !hasElement(after, field)) return [];
    return findingOf(change, coordinate, elements);
  });
}

function findingOf(change: Pick<Change, 'base' | 'head'>, coordinate: string, elements: readonly Element[]): Finding[] {
  const deprecations = elements.flatMap(({ node }) => deprecationOf(node) ?? []);
  if (deprecations.length === 0) {
    return [
      tell(change, {
        code: 'REMOVED_WITHOUT_DEPRECATION',
        severity: 'warning',
        message: `${coordinate} is removed without having been deprecated.`,
        remedy: 'Keep it, and mark it @deprecated(reason: "Use … instead; remove after YYYY-MM-DD.").',
        coordinate,
      }),
    ];
  }
  const days = deprecations.flatMap(({ removableAfter }) => removableAfter ?? []);
  const last = days.toSorted().at(-1);
  if (last === undefined || last < new Date().toISOString().slice(0, 10)) return [];
  return [
    tell(change, {
      code: 'REMOVED_BEFORE_ITS_DATE',
      severity: 'warning',
      message: `${coordinate} is removed, though clients were told that they have until ${last}.`,
      remedy: `Remove it after ${last}.`,
      coordinate,
    }),
  ];
}

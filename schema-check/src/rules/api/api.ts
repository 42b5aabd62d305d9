import { type Change as Difference, diff } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';
import type { Change } from '../../change.ts';
import type { Finding, Severity } from '../../finding.ts';
import { tell } from '../tell.ts';
import { audienceOf, type Listener } from './audience.ts';
import { concerns } from './concerns.ts';
import { coordinateOf } from './coordinate-of.ts';
import { refusedOperations, strangeOperations } from './refused-operations.ts';
import { forNobody, remedyOf } from './remedies.ts';
import { isWorthTelling } from './worth-telling.ts';

/** What changes for clients, and for which: in the whole API and in each of its variants. */
export async function api(change: Change): Promise<Finding[]> {
  const { base, head } = change;
  if (!base.composed || !head.composed) return [];
  const whole = { variant: undefined, base: base.composed.api, head: head.composed.api };
  const findings = await Promise.all([whole, ...pairsOf(change)].map((pair) => compare(change, pair)));
  return [...findings.flat(), ...strangeOperations(change), ...variantsThatCameOrWent(change)];
}

type Pair = { variant: string | undefined; base: GraphQLSchema; head: GraphQLSchema };

function pairsOf({ base, head }: Change): Pair[] {
  const before = base.composed?.variants ?? [];
  const now = head.composed?.variants ?? [];
  return before.flatMap(({ name, api }) => {
    const next = now.find((variant) => variant.name === name)?.api;
    const isWhole = api === base.composed?.api && next === head.composed?.api;
    return next && !isWhole ? [{ variant: name, base: api, head: next }] : [];
  });
}

async function compare(change: Change, pair: Pair): Promise<Finding[]> {
  const differences = await diff(pair.base, pair.head);
  if (differences.length === 0) return [];
  const audience = audienceOf(pair, change.operations);
  const told = differences
    .filter(isWorthTelling(differences))
    .map((difference) => judge({ change, difference, audience }));
  return [...told, ...refusedOperations(change, audience, told)].map((finding) => ({
    ...finding,
    variant: pair.variant,
  }));
}

type Case = { change: Change; difference: Difference; audience: readonly Listener[] };

function judge({ change, difference, audience }: Case): Finding {
  const { type: code } = difference;
  const level = levelOf(difference);
  const isSafe = level === 'NON_BREAKING';
  const listeners = isSafe ? [] : audience.filter((listener) => concerns(difference, listener));
  const operations = listeners.map(({ operation }) => operation);
  const severity = severityOf(level, {
    isNoticed: operations.length > 0,
    isKnown: change.operations.length > 0,
  });
  const isForgiven = level === 'BREAKING' && severity === 'warning';
  return tell(change, {
    code,
    severity,
    message: `${sentenceOf(difference)}.`,
    remedy: isForgiven ? forNobody(change.operations.length) : isSafe ? 'Nothing needs to be done.' : remedyOf(code),
    coordinate: coordinateOf(difference),
    operations,
  });
}

/** Descriptions are too long to be told in full. */
const sentenceOf = ({ type, path, message }: Difference): string =>
  type.includes('DESCRIPTION') ? `The description of ${path} has changed` : message.replace(/\.$/, '');

/** What is new and optional surprises nobody: who does not know it leaves it out. */
const levelOf = ({ type, criticality: { level } }: Difference): string =>
  level === 'DANGEROUS' && /^(FIELD_ARGUMENT|INPUT_FIELD)_ADDED$/.test(type) ? 'NON_BREAKING' : level;

/** Where no operation is known, any may be used. */
function severityOf(level: string, { isNoticed, isKnown }: { isNoticed: boolean; isKnown: boolean }): Severity {
  if (level === 'NON_BREAKING') return 'notice';
  if (level === 'DANGEROUS') return isNoticed ? 'warning' : 'notice';
  return isNoticed || !isKnown ? 'error' : 'warning';
}

function variantsThatCameOrWent(change: Change): Finding[] {
  const before = namesOf(change.base);
  const now = namesOf(change.head);
  const gone = before.filter((name) => !now.includes(name)).map((name) => variantFinding(change, name, GONE));
  const added = now.filter((name) => !before.includes(name)).map((name) => variantFinding(change, name, ADDED));
  return [...gone, ...added];
}

const GONE = {
  code: 'VARIANT_REMOVED',
  severity: 'error',
  message: 'is gone, and with it the API of its clients.',
  remedy: 'Keep it in variants.yaml until nobody is served it any more, then approve this.',
} as const;

const ADDED = {
  code: 'VARIANT_ADDED',
  severity: 'notice',
  message: 'is new.',
  remedy: 'Read in gateway/schemas what its clients see.',
} as const;

function variantFinding(change: Change, variant: string, told: typeof GONE | typeof ADDED): Finding {
  return { ...tell(change, { ...told, message: `The variant ${variant} ${told.message}` }), variant };
}

const namesOf = ({ composed }: Change['base']): string[] => (composed?.variants ?? []).map(({ name }) => name);

import type { Change } from './change.ts';
import type { Finding } from './finding.ts';
import { composition } from './rules/composition.ts';
import { rules } from './rules/rules.ts';

const SEVERITIES = ['error', 'warning', 'notice'] as const;

/** All that there is to say of a change, the worst first. */
export async function checkChange(change: Change): Promise<Finding[]> {
  const isComposed = change.base.composed && change.head.composed;
  const found = [composition(change), ...(isComposed ? rules.map((rule) => rule(change)) : [])];
  return worstFirst(once((await Promise.all(found)).flat()));
}

/** Two rules may see the same thing; the one who takes it more seriously is heard, or else the first. */
function once(findings: readonly Finding[]): Finding[] {
  const kept = new Map<string, Finding>();
  for (const finding of findings) {
    const key = keyOf(finding, finding.variant);
    const other = kept.get(key);
    if (!other || rank(finding) < rank(other)) kept.set(key, finding);
  }
  return [...kept.values()].filter((finding) => !isToldOfTheWhole(finding, kept));
}

/** What is so in the whole supergraph needs not be told of each variant. */
function isToldOfTheWhole(finding: Finding, kept: ReadonlyMap<string, Finding>): boolean {
  const whole = finding.variant === undefined ? undefined : kept.get(keyOf(finding, undefined));
  return whole !== undefined && rank(whole) <= rank(finding);
}

/** A union that loses two members has two findings of one code and coordinate. */
const keyOf = ({ code, coordinate, message }: Finding, variant: string | undefined): string =>
  JSON.stringify([code, coordinate, message, variant]);

const rank = ({ severity }: Finding): number => SEVERITIES.indexOf(severity);

function worstFirst(findings: readonly Finding[]): Finding[] {
  const place = ({ place }: Finding) => `${place?.file ?? '~'}:${String(place?.line ?? 0).padStart(6, '0')}`;
  return findings.toSorted(
    (one, other) => rank(one) - rank(other) || place(one).localeCompare(place(other), 'en') || compareCodes(one, other),
  );
}

const compareCodes = (one: Finding, other: Finding): number =>
  `${one.code} ${one.coordinate}`.localeCompare(`${other.code} ${other.coordinate}`, 'en');

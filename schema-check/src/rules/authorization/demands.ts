import type { Requirement } from '@nexus/gateway/authorization/requirements';

/** Whether whoever meets all of `given` meets `wanted`, too. */
function implies(given: readonly Requirement[], wanted: Requirement): boolean {
  return given.some((requirement) => isAsStrict(requirement, wanted));
}

/** What is asked of people in `after` that was not in `before`. */
export const addedDemands = (before: readonly Requirement[], after: readonly Requirement[]): Requirement[] =>
  after.filter((requirement) => !implies(before, requirement));

function isAsStrict(given: Requirement, wanted: Requirement): boolean {
  // Scopes come from the access token: who has one is signed in. Of no list of names, none is ever enough.
  if (wanted.kind === 'authenticated') return given.kind === 'authenticated' || given.kind === 'scopes';
  if (given.kind !== wanted.kind) return false;
  return given.anyOf.every((names) => wanted.anyOf.some((fewer) => fewer.every((name) => names.includes(name))));
}

/** As a schema would say it: `@requiresScopes([["admin"]])`. */
export function wordsOf(requirements: readonly Requirement[]): string {
  const words = requirements.map((requirement) => {
    if (requirement.kind === 'authenticated') return '@authenticated';
    const directive = requirement.kind === 'scopes' ? '@requiresScopes' : '@policy';
    return `${directive}(${JSON.stringify(requirement.anyOf)})`;
  });
  return [...new Set(words)].join(' and ');
}

import type { Change as Difference } from '@graphql-inspector/core';

/** Leaves out what another difference says already: the parts of what is new, and directives that stand for a change. */
export function isWorthTelling(differences: readonly Difference[]): (difference: Difference) => boolean {
  const added = new Set(differences.filter(({ type }) => /^(TYPE|FIELD)_ADDED$/.test(type)).map(({ path }) => path));
  return ({ type, path }) => {
    if (type.startsWith('DIRECTIVE_USAGE_')) return false;
    const parts = path?.split('.') ?? [];
    return !parts.some((_, index) => index > 0 && added.has(parts.slice(0, index).join('.')));
  };
}

import type { Change as Difference } from '@graphql-inspector/core';

const ADDITIONS = /^(TYPE|FIELD|INPUT_FIELD|FIELD_ARGUMENT|ENUM_VALUE)_ADDED$/;

/** Leaves out what another difference says already: what is part of something new, and directives that stand for a change. */
export function isWorthTelling(differences: readonly Difference[]): (difference: Difference) => boolean {
  const added = new Set(differences.filter(({ type }) => ADDITIONS.test(type)).map(({ path }) => path));
  return ({ type, path }) => {
    // A composed schema has its root types by their own names: they are told of as types.
    if (/^SCHEMA_\w+_TYPE_CHANGED$/.test(type)) return false;
    if (type.startsWith('DIRECTIVE_USAGE_') && !path?.endsWith('.@oneOf')) return false;
    const parts = path?.split('.') ?? [];
    const owners = parts.map((_, index) => parts.slice(0, index).join('.'));
    return !owners.some((owner) => added.has(owner)) && (ADDITIONS.test(type) || !added.has(path));
  };
}

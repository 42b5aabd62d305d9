import { Kind } from 'graphql';
import type { Lint } from './lint.ts';

const STYLES = {
  camelCase: /^_*[a-z][a-zA-Z0-9]*$/,
  PascalCase: /^[A-Z][a-zA-Z0-9]*$/,
  CONSTANT_CASE: /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/,
} as const;

/** Fields and arguments in camelCase, types in PascalCase, enum values in CONSTANT_CASE; of what is new. */
export const names: Lint = ({ node, type, coordinate, before }) => {
  const isType = node === type;
  const style = isType ? 'PascalCase' : node.kind === Kind.ENUM_VALUE_DEFINITION ? 'CONSTANT_CASE' : 'camelCase';
  if (before || STYLES[style].test(node.name.value)) return [];
  return [
    {
      code: 'LINT_NAME',
      severity: 'warning',
      message: `${coordinate} is not written in ${style} as the others are.`,
      remedy: `Write it in ${style} before clients know it by this name.`,
    },
  ];
};

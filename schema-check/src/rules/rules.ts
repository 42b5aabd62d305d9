import type { Rule } from '../change.ts';

/** Every rule of the check; each looks at the whole change, and none at what another found. */
export const rules: readonly Rule[] = [];

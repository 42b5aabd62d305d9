import { type GraphQLLeafType, isEnumType } from 'graphql';

/** Whether a value is one of a leaf type; null and undefined never are. */
export type IsLeaf = (value: unknown) => boolean;

const MAX_INT = 2_147_483_647;
const MIN_INT = -2_147_483_648;

const BUILT_IN = new Map<string, IsLeaf>([
  ['String', (value) => typeof value === 'string'],
  ['Boolean', (value) => typeof value === 'boolean'],
  ['Int', (value) => Number.isInteger(value) && Number(value) >= MIN_INT && Number(value) <= MAX_INT],
  ['Float', (value) => typeof value === 'number'],
  ['ID', (value) => typeof value === 'string' || Number.isInteger(value)],
]);

/** How values of a leaf type are told from others; what a custom scalar looks like only its subgraph knows. */
export function leafCheck(type: GraphQLLeafType): IsLeaf {
  if (isEnumType(type)) {
    const names: ReadonlySet<unknown> = new Set(type.getValues().map(({ name }) => name));
    return (value) => names.has(value);
  }
  return BUILT_IN.get(type.name) ?? ((value) => value !== null && value !== undefined);
}

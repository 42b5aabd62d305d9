import {
  type ConstValueNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLOutputType,
  getNamedType,
  isListType,
  isNonNullType,
  Kind,
  type ValueNode,
} from 'graphql';
import { refuse } from '../refusals.ts';
import type { ListSize } from './cost-directives.ts';
import type { Estimate, Variables } from './estimate.ts';
import type { VariableReader } from './variables.ts';

type Field = GraphQLField<unknown, unknown>;

/** How long lists are where nothing else says it. */
export type AssumedSizes = { pageSize: number; listSize: number };

/** What a field says of the length of lists: its own, or, of its children, those that it sizes. */
export type Sizing = { size: Estimate; sizes: (child: Field) => boolean };

/** Whether a field is a list; `[[Item]]` counts as one. */
export const isList = ({ type }: { type: GraphQLOutputType }): boolean =>
  isListType(isNonNullType(type) ? type.ofType : type);

/** The sizing that `@listSize` gives: the largest slicing argument, else the assumed size. */
export function declaredSizing(field: Field, node: FieldNode, parts: SizingParts & { declared: ListSize }): Sizing {
  const { declared, assumed, readVariable } = parts;
  const asked = slicesOf(field, node, { names: declared.slicingArguments, readVariable });
  const otherwise = declared.assumedSize ?? assumed.listSize;
  const size =
    declared.requireOneSlicingArgument && declared.slicingArguments.length > 0
      ? exactlyOne(field, declared.slicingArguments, asked)
      : largest(asked, otherwise);
  return { size, sizes: ({ name }) => declared.sizedFields.includes(name) };
}

/** Without `@listSize`, `first` or `last` says how long a list is, or those of the connection that the field returns. */
export function pageSizing(field: Field, node: FieldNode, { assumed, readVariable }: SizingParts): Sizing | undefined {
  const names = pageArguments(field);
  if (names.length === 0) return undefined;
  const size = largest(slicesOf(field, node, { names, readVariable }), assumed.pageSize);
  return { size, sizes: (child) => !isList(field) && pageArguments(child).length === 0 };
}

export type SizingParts = { assumed: AssumedSizes; readVariable: VariableReader };

const pageArguments = ({ args }: Field): string[] =>
  args
    .filter(({ name, type }) => (name === 'first' || name === 'last') && getNamedType(type).name === 'Int')
    .map(({ name }) => name);

/** A number that slices a list, or undefined where the variables give none. */
type Slice = number | ((variables: Variables) => number | undefined);

/** What the operation gives for slicing arguments; where it gives none, what the schema has as their defaults. */
function slicesOf(
  field: Field,
  node: FieldNode,
  { names, readVariable }: { names: readonly string[]; readVariable: VariableReader },
): Slice[] {
  const given = (node.arguments ?? []).filter(({ name }) => names.includes(name.value));
  if (given.length > 0) return given.flatMap(({ value }) => sliceOf(value, readVariable));
  const defaults = field.args.filter(({ name }) => names.includes(name)).map(({ defaultValue }) => defaultValue);
  return defaults.filter((value) => typeof value === 'number').map(toLength);
}

function sliceOf(value: ValueNode | ConstValueNode, readVariable: VariableReader): Slice[] {
  if (value.kind === Kind.INT) return [toLength(Number(value.value))];
  if (value.kind !== Kind.VARIABLE) return [];
  const read = readVariable(value.name.value);
  return [
    (variables) => {
      const sent = read(variables);
      return typeof sent === 'number' ? toLength(sent) : undefined;
    },
  ];
}

function largest(slices: readonly Slice[], otherwise: number): Estimate {
  const [only] = slices;
  if (typeof only === 'function' && slices.length === 1) return (variables) => only(variables) ?? otherwise;
  const known = slices.filter((slice) => typeof slice === 'number');
  if (known.length === slices.length) return known.length === 0 ? otherwise : Math.max(...known);
  return (variables) => {
    const lengths = lengthsOf(slices, variables);
    return lengths.length === 0 ? otherwise : Math.max(...lengths);
  };
}

function exactlyOne(field: Field, names: readonly string[], slices: readonly Slice[]): Estimate {
  const [only] = slices;
  if (typeof only === 'number' && slices.length === 1) return only;
  return (variables) => {
    const [length, ...more] = lengthsOf(slices, variables);
    if (length !== undefined && more.length === 0) return length;
    const message = `${field.name} takes exactly one of ${names.join(', ')}.`;
    throw refuse('BAD_USER_INPUT', message);
  };
}

const lengthsOf = (slices: readonly Slice[], variables: Variables): number[] =>
  slices
    .map((slice) => (typeof slice === 'number' ? slice : slice(variables)))
    .filter((length) => length !== undefined);

/** A negative page is refused by its subgraph; here it must not make an operation cheaper. */
const toLength = (value: number): number => Math.max(0, value);

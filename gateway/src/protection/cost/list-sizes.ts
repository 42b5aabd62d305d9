import {
  type FieldNode,
  type GraphQLField,
  type GraphQLOutputType,
  getNamedType,
  isListType,
  isNonNullType,
  Kind,
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

/** What an argument says of a list's length; undefined where the variables say nothing. */
type Slice = { isGiven: boolean; length: number | ((variables: Variables) => number | undefined) };

/** Slicing arguments as they will reach the subgraph: those of the operation, and for all others their defaults. */
function slicesOf(field: Field, node: FieldNode, parts: { names: readonly string[]; readVariable: VariableReader }) {
  return field.args
    .filter(({ name }) => parts.names.includes(name))
    .flatMap(({ name, defaultValue }): Slice[] => {
      const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
      if (!given) return lengthOf(defaultValue).map((length) => ({ isGiven: false, length }));
      if (given.kind === Kind.INT) return [{ isGiven: true, length: Math.max(0, Number(given.value)) }];
      if (given.kind !== Kind.VARIABLE) return [];
      const read = parts.readVariable(given.name.value);
      const length = (variables: Variables) => {
        const sent = read(variables);
        return lengthOf(sent === undefined ? defaultValue : sent)[0];
      };
      return [{ isGiven: true, length }];
    });
}

/** A negative page, or one that is no integer, is refused by others; here it must not make an operation cheaper. */
const lengthOf = (value: unknown): number[] =>
  typeof value === 'number' && Number.isInteger(value) ? [Math.max(0, value)] : [];

function largest(slices: readonly Slice[], otherwise: number): Estimate {
  const [only] = slices;
  if (!only) return otherwise;
  const { length } = only;
  if (slices.length === 1) return typeof length === 'number' ? length : (variables) => length(variables) ?? otherwise;
  return (variables) => {
    const lengths = lengthsOf(slices, variables);
    return lengths.length === 0 ? otherwise : Math.max(...lengths);
  };
}

function exactlyOne(field: Field, names: readonly string[], slices: readonly Slice[]): Estimate {
  const given = slices.filter(({ isGiven }) => isGiven);
  const counted = given.length > 0 ? given : slices;
  const [only] = counted;
  if (counted.length === 1 && typeof only?.length === 'number') return only.length;
  return (variables) => {
    const [length, ...more] = lengthsOf(counted, variables);
    if (length !== undefined && more.length === 0) return length;
    throw refuse('BAD_USER_INPUT', `${field.name} takes exactly one of ${names.join(', ')}.`);
  };
}

const lengthsOf = (slices: readonly Slice[], variables: Variables): number[] =>
  slices
    .map(({ length }) => (typeof length === 'number' ? length : length(variables)))
    .filter((length) => length !== undefined);

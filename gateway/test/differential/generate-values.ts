import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import type { Random } from './random.ts';

type Variable = { type: GraphQLInputType; fallback: string | undefined; sample: () => unknown };

/** What the values of one operation have in common. */
export type ValueDraft = {
  random: Random;
  /** What to draw from, by the name of an argument, an input field or a type. */
  values: Readonly<Record<string, readonly unknown[]>>;
  variables: Map<string, Variable>;
};

const STANDARD: ValueDraft['values'] = {
  ID: ['1', '2', '3', '9'],
  String: ['a', 'b', '', 'ü"\\'],
  Int: [0, 1, 2, 3, -1],
  Float: [0.5, 2, -1.5],
  Boolean: [true, false],
};

type Place = GraphQLArgument | GraphQLInputField;

/** The arguments of a field in parentheses, or nothing. */
export function generateArguments(draft: ValueDraft, args: readonly GraphQLArgument[]): string {
  const given = args.filter((arg) => isRequiredArgument(arg) || draft.random.chance(0.6));
  const texts = given.map((arg) => `${arg.name}: ${literalOrVariable(draft, arg)}`);
  return texts.length > 0 ? `(${texts.join(', ')})` : '';
}

function literalOrVariable(draft: ValueDraft, place: Place): string {
  return draft.random.chance(0.4) ? variableFor(draft, place) : literal(draft, place.type, place.name);
}

function literal(draft: ValueDraft, type: GraphQLInputType, name: string): string {
  const { random } = draft;
  if (isNonNullType(type)) return literal(draft, type.ofType, name);
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    if (random.chance(0.15)) return literal(draft, nullable.ofType, name);
    const items = Array.from({ length: random.below(4) }, () => item(draft, nullable.ofType, name));
    return `[${items.join(', ')}]`;
  }
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields()).filter(
      (field) => isRequiredInputField(field) || random.chance(0.5),
    );
    return `{${fields.map((field) => `${field.name}: ${literalOrNull(draft, field)}`).join(', ')}}`;
  }
  return printed(plain(draft, nullable, name), nullable);
}

const item = (draft: ValueDraft, type: GraphQLInputType, name: string): string =>
  !isNonNullType(type) && draft.random.chance(0.1) ? 'null' : literal(draft, type, name);

const literalOrNull = (draft: ValueDraft, field: Place): string =>
  !isNonNullType(field.type) && draft.random.chance(0.15) ? 'null' : literalOrVariable(draft, field);

function printed(value: unknown, type: GraphQLInputType): string {
  if (value === null) return 'null';
  if (isEnumType(type)) return String(value);
  if (Array.isArray(value)) return `[${value.map((one) => printed(one, type)).join(', ')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.entries(value).map(([key, one]) => `${key}: ${printed(one, type)}`)}}`;
}

/** A value as JSON has it. */
function plain(draft: ValueDraft, type: GraphQLInputType, name: string): unknown {
  const { random } = draft;
  if (isNonNullType(type)) return plain(draft, type.ofType, name);
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    return Array.from({ length: random.below(4) }, () => plain(draft, nullable.ofType, name));
  }
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields()).filter(
      (field) => isRequiredInputField(field) || random.chance(0.5),
    );
    return Object.fromEntries(fields.map((field) => [field.name, plain(draft, field.type, field.name)]));
  }
  if (isEnumType(nullable)) return random.pick(nullable.getValues()).name;
  const pool = draft.values[name] ?? draft.values[nullable.toString()] ?? STANDARD[nullable.toString()] ?? ['x'];
  return random.pick(pool);
}

function variableFor(draft: ValueDraft, place: Place): string {
  const { random, variables } = draft;
  const known = [...variables].filter(([, variable]) => String(variable.type) === String(place.type));
  if (known.length > 0 && random.chance(0.5)) return `$${random.pick(known)[0]}`;
  const name = `v${variables.size}`;
  variables.set(name, {
    type: place.type,
    fallback: random.chance(0.3) ? fallback(draft, place) : undefined,
    sample: () => plain(draft, place.type, place.name),
  });
  return `$${name}`;
}

/** Defaults are constants. */
const fallback = (draft: ValueDraft, place: Place): string | undefined => {
  const before = draft.variables.size;
  const text = literal({ ...draft, variables: new Map() }, place.type, place.name);
  return text.includes('$') || draft.variables.size > before ? undefined : text;
};

/** A variable that decides whether something is asked for. */
export function flagVariable(draft: ValueDraft, type: GraphQLInputType): string {
  const { random, variables } = draft;
  const known = [...variables].filter(([name]) => name.startsWith('is'));
  if (known.length > 0 && random.chance(0.6)) return `$${random.pick(known)[0]}`;
  const name = `is${variables.size}`;
  const text = random.chance(0.3) ? String(random.chance(0.5)) : undefined;
  variables.set(name, { type, fallback: text, sample: () => random.chance(0.5) });
  return `$${name}`;
}

export function variableDefinitions({ variables }: ValueDraft): string {
  const texts = [...variables].map(
    ([name, { type, fallback: text }]) => `$${name}: ${type}${text === undefined ? '' : ` = ${text}`}`,
  );
  return texts.length > 0 ? `(${texts.join(', ')})` : '';
}

/** One choice of values for all variables; some are null and some left out where they may be. */
export function sampleVariables({ random, variables }: ValueDraft): Record<string, unknown> {
  const sampled = [...variables].flatMap(([name, { type, fallback: text, sample }]) => {
    const isNonNull = isNonNullType(type);
    if ((!isNonNull || text !== undefined) && random.chance(0.25)) return [];
    if (!isNonNull && random.chance(0.1)) return [[name, null] as const];
    return [[name, sample()] as const];
  });
  return Object.fromEntries(sampled);
}

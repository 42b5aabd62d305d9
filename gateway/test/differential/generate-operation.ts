import {
  GraphQLBoolean,
  type GraphQLCompositeType,
  type GraphQLField,
  GraphQLNonNull,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import type { Federation } from './federation.ts';
import {
  flagVariable,
  generateArguments,
  sampleVariables,
  type ValueDraft,
  variableDefinitions,
} from './generate-values.ts';
import type { Operation } from './operation.ts';
import type { Random } from './random.ts';

const MAX_DEPTH = 5;
const MAX_FIELDS = 24;
const FLAG = new GraphQLNonNull(GraphQLBoolean);

type Draft = ValueDraft & {
  schema: GraphQLSchema;
  fieldsLeft: number;
  /** Whether to do what the stock gateway often gets wrong: aliases that are names of other fields, introspection. */
  isWild: boolean;
  fragments: { name: string; type: string; path: string; text: string }[];
  /** Which field stands at each path of the response. */
  occupied: Map<string, string>;
};

type Place = { type: GraphQLCompositeType; path: string; depth: number };

export type GeneratedOperation = { text: string; document: Operation['document']; variables: Operation['variables'][] };

/** A valid operation over a schema with one or two choices of variables. */
export function generateOperation({ apiSchema: schema, graph }: Federation, random: Random): GeneratedOperation {
  const { values = {}, isJudgedByStockAlone = false } = graph;
  for (;;) {
    const draft: Draft = {
      random,
      values,
      schema,
      variables: new Map(),
      fieldsLeft: 3 + random.below(MAX_FIELDS),
      isWild: !isJudgedByStockAlone && random.chance(0.3),
      fragments: [],
      occupied: new Map(),
    };
    const text = operationText(draft);
    const document = parse(text);
    // Two fragments may still quarrel about a name.
    if (validate(schema, document).length > 0) continue;
    const samples = draft.variables.size > 0 ? 2 : 1;
    return { text, document, variables: Array.from({ length: samples }, () => sampleVariables(draft)) };
  }
}

function operationText(draft: Draft): string {
  const mutation = draft.schema.getMutationType();
  const isMutation = mutation && draft.random.chance(0.5);
  const root = isMutation ? mutation : draft.schema.getQueryType();
  if (!root) throw new Error('A schema has a Query.');
  const selections = selectionSet(draft, { type: root, path: '', depth: 0 });
  const name = draft.random.chance(0.3) ? 'Generated' : '';
  const head = `${isMutation ? 'mutation' : 'query'} ${name}${variableDefinitions(draft)}`;
  return [`${head} ${selections}`, ...draft.fragments.map(({ text }) => text)].join('\n');
}

function selectionSet(draft: Draft, place: Place): string {
  const wanted = 1 + draft.random.below(4);
  const selections = Array.from({ length: wanted }, () => selection(draft, place)).filter((text) => text !== '');
  return `{ ${selections.length > 0 ? selections.join(' ') : '__typename'} }`;
}

function selection(draft: Draft, place: Place): string {
  const { random } = draft;
  const isDeep = place.depth >= MAX_DEPTH || draft.fieldsLeft <= 0;
  if (random.chance(0.08)) return typename(draft, place);
  if (place.path === '' && draft.isWild && random.chance(0.06)) return introspection(draft, place);
  const fragmentChance = isUnionType(place.type) ? 1 : isAbstractType(place.type) ? 0.4 : 0.15;
  if (!isDeep && random.chance(fragmentChance)) return fragment(draft, place);
  return isUnionType(place.type) ? '' : field(draft, place);
}

function typename(draft: Draft, { type, path }: Place): string {
  const alias = draft.random.chance(0.5) ? '' : aliasFrom(draft, type);
  return occupy(draft, `${path}.${alias || '__typename'}`, '__typename') ? `${colon(alias)}__typename` : '';
}

function introspection(draft: Draft, { type }: Place): string {
  if (type !== draft.schema.getQueryType()) return '';
  const types = Object.keys(draft.schema.getTypeMap()).filter((name) => !name.startsWith('__'));
  const name = draft.random.pick(types);
  return draft.random.chance(0.5)
    ? '__schema { queryType { name } types { kind } }'
    : `t${name}: __type(name: "${name}") { name kind fields(includeDeprecated: ${draft.random.chance(0.5)}) { name type { kind name } } }`;
}

function field(draft: Draft, { type, path, depth }: Place): string {
  if (isUnionType(type)) return '';
  const { random } = draft;
  const isDeep = depth >= MAX_DEPTH - 1 || draft.fieldsLeft <= 0;
  const fields = Object.values(type.getFields()).filter((one) => !isDeep || !isCompositeType(getNamedType(one.type)));
  if (fields.length === 0) return '';
  const chosen = random.pick(fields);
  draft.fieldsLeft -= 1;
  const args = generateArguments(draft, chosen.args);
  const alias = freeAlias(draft, { type, path }, { field: chosen, args });
  if (alias === undefined) return '';
  const named = getNamedType(chosen.type);
  const response = `${path}.${alias || chosen.name}`;
  const below = isCompositeType(named)
    ? ` ${selectionSet(draft, { type: named, path: response, depth: depth + 1 })}`
    : '';
  return `${colon(alias)}${chosen.name}${args}${directives(draft)}${below}`;
}

type Chosen = { field: GraphQLField<unknown, unknown>; args: string };

/** An alias under which the field meets no other, '' where it needs none, undefined where none was found. */
function freeAlias(draft: Draft, place: Omit<Place, 'depth'>, { field: chosen, args }: Chosen): string | undefined {
  const { random } = draft;
  const candidates = [
    ...(random.chance(0.15) ? [aliasFrom(draft, place.type)] : []),
    '',
    aliasFrom(draft, place.type),
    `a${draft.fieldsLeft + MAX_FIELDS}`,
  ];
  return candidates.find((alias) => {
    const signature = `${chosen.name}${args}: ${chosen.type}`;
    // Objects of different types may use one name for different fields; validation knows when.
    const isLoose = isObjectType(place.type) && random.chance(0.3);
    return occupy(draft, `${place.path}.${alias || chosen.name}`, signature) || isLoose;
  });
}

function occupy(draft: Draft, path: string, signature: string): boolean {
  const present = draft.occupied.get(path);
  if (present === undefined) draft.occupied.set(path, signature);
  return present === undefined || present === signature;
}

/** Often the name of another field: a key must survive that. */
function aliasFrom({ random, isWild }: Draft, type: GraphQLCompositeType): string {
  if (!isWild) return random.pick(['a', 'b', 'c', '_']);
  const neighbours = isUnionType(type) ? ['id'] : Object.keys(type.getFields());
  return random.pick(['id', 'a', 'b', ...neighbours, ...neighbours]);
}

const colon = (alias: string): string => (alias === '' ? '' : `${alias}: `);

function fragment(draft: Draft, place: Place): string {
  const { random } = draft;
  const reusable = draft.fragments.filter(({ path, type }) => path === place.path || type === place.type.name);
  if (reusable.length > 0 && random.chance(0.3)) return `...${random.pick(reusable).name}${directives(draft)}`;
  const type = conditionFor(draft, place.type);
  const inner = { type, path: place.path, depth: place.depth + 1 };
  if (random.chance(0.35)) {
    const body = selectionSet(draft, inner);
    const name = `F${draft.fragments.length}`;
    draft.fragments.push({ name, type: type.name, path: place.path, text: `fragment ${name} on ${type.name} ${body}` });
    return `...${name}${directives(draft)}`;
  }
  const condition = type === place.type && random.chance(0.5) ? '' : ` on ${type.name}`;
  return `...${condition}${directives(draft)} ${selectionSet(draft, inner)}`;
}

/** A type whose objects may be among those of the given one: itself, a member, an interface of its objects. */
function conditionFor({ random, schema }: Draft, type: GraphQLCompositeType): GraphQLCompositeType {
  const members = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  const around = members.flatMap((member) => [member, member, ...member.getInterfaces()]);
  return random.pick([type, ...around]);
}

function directives(draft: Draft): string {
  const { random } = draft;
  if (!random.chance(0.14)) return '';
  const name = random.pick(['skip', 'include']);
  const flag = random.chance(0.3) ? String(random.chance(0.5)) : flagVariable(draft, FLAG);
  const other = random.chance(0.1) ? ` @${name === 'skip' ? 'include' : 'skip'}(if: ${flagVariable(draft, FLAG)})` : '';
  return ` @${name}(if: ${flag})${other}`;
}

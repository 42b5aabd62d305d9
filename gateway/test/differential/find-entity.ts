import {
  type ASTNode,
  type FieldNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  type InterfaceTypeDefinitionNode,
  isInterfaceType,
  isObjectType,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type SelectionSetNode,
  type StringValueNode,
} from 'graphql';
import { required, type Thing } from './test-graph.ts';

type Keyed = Readonly<Record<string, unknown>>;
type Composite = GraphQLObjectType | GraphQLInterfaceType;

const definitions = (type: Composite): readonly ASTNode[] =>
  [type.astNode, ...type.extensionASTNodes].filter((node) => node !== undefined && node !== null);

const directivesOf = (node: ASTNode, name: string) =>
  ('directives' in node ? (node.directives ?? []) : []).filter(
    (directive) => directive.name.value.replace('federation__', '') === name,
  );

/** The key field sets of a type as its subgraph declares them. */
export function keysOf(type: Composite): SelectionSetNode[] {
  return definitions(type)
    .flatMap((node) => directivesOf(node, 'key'))
    .map(({ arguments: given }) => {
      const fields = given?.find(({ name }) => name.value === 'fields')?.value as StringValueNode; // @key demands it
      const [query] = parse(`{ ${fields.value} }`).definitions;
      if (query?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A key is a selection set.');
      return query.selectionSet;
    });
}

const isField = (node: ASTNode): node is FieldNode => node.kind === Kind.FIELD;

function matches(thing: unknown, reference: unknown, key: SelectionSetNode): boolean {
  if (Array.isArray(thing)) {
    if (!Array.isArray(reference) || reference.length !== thing.length) return false;
    return thing.every((item, index) => matches(item, reference[index], key));
  }
  if (typeof thing !== 'object' || typeof reference !== 'object' || !thing || !reference) return false;
  return key.selections.filter(isField).every(({ name, selectionSet }) => {
    const mine = required(thing, name.value);
    const theirs = (reference as Keyed)[name.value];
    if (selectionSet) return matches(mine, theirs, selectionSet);
    return mine !== null && mine !== undefined && JSON.stringify(mine) === JSON.stringify(theirs);
  });
}

const isComplete = (reference: Keyed, key: SelectionSetNode): boolean =>
  key.selections.filter(isField).every(({ name }) => name.value in reference);

/** The thing that a representation names by the first of the type's keys that is in it, or null. */
export function findEntity(candidates: readonly Thing[], type: Composite, reference: Keyed): Thing | null {
  const key = keysOf(type).find((one) => isComplete(reference, one));
  if (!key) throw new Error(`No key of ${type.name} is in ${JSON.stringify(reference)}`);
  return candidates.find((thing) => matches(thing, reference, key)) ?? null;
}

function externalFields(type: Composite): Set<string> {
  const nodes = definitions(type) as (ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode)[]; // or their extensions
  const external = nodes.flatMap((node) => {
    const all = directivesOf(node, 'external').length > 0;
    return (node.fields ?? []).filter((field) => all || directivesOf(field, 'external').length > 0);
  });
  return new Set(external.map(({ name }) => name.value));
}

/** What a subgraph knows of a thing that a representation brought: its own fields, and of others' what the representation tells. */
export function asKnownTo(schema: GraphQLSchema, type: Composite, told: { thing: Thing; reference: Keyed }): Thing {
  const external = externalFields(type);
  const own = Object.entries(told.thing).filter(([field]) => !external.has(field));
  const fields = type.getFields();
  const brought = Object.entries(told.reference).map(([field, value]) => {
    const definition = fields[field];
    return [field, definition ? merged(schema, definition.type, { mine: told.thing[field], theirs: value }) : value];
  });
  return { ...Object.fromEntries(own), ...Object.fromEntries(brought), __typename: told.thing.__typename };
}

function merged(schema: GraphQLSchema, type: GraphQLOutputType, sides: { mine: unknown; theirs: unknown }): unknown {
  const { theirs } = sides;
  if (typeof theirs !== 'object' || theirs === null) return theirs;
  const mine = typeof sides.mine === 'function' ? sides.mine({}) : sides.mine;
  if (Array.isArray(theirs) && Array.isArray(mine)) {
    return theirs.map((item, index) => merged(schema, type, { mine: mine[index], theirs: item }));
  }
  if (typeof mine !== 'object' || mine === null) return theirs;
  const named = getNamedType(type);
  const runtime = schema.getType(String((mine as Thing).__typename ?? named.name)) ?? named;
  if (!isObjectType(runtime) && !isInterfaceType(runtime)) return theirs;
  return asKnownTo(schema, runtime, { thing: mine as Thing, reference: theirs as Keyed });
}

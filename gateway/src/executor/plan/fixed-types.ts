import type { FetchNode } from '@apollo/query-planner';
import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  Kind,
  type OperationTypeNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import { type Fragments, fragmentsOf } from '../../document/fragments.ts';
import { flatFragment } from './representations.ts';

/** A fetch, and the path of the objects that it fills. */
type Placed = { node: FetchNode; path: readonly (string | number)[] };

/**
 * The texts of the fetches of a plan without `__typename` where the schema leaves no choice: up to a fifth of what
 * subgraphs would send. Undefined for a plan in which any type is open, or changed on the way.
 */
export function textsOfFixedTypes(fetches: readonly Placed[], schema: GraphQLSchema): string[] | undefined {
  const texts: string[] = [];
  for (const { node, path } of fetches) {
    const text = isPlain(node, path) ? shortened(node, schema) : undefined;
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return texts;
}

/** The type of all entities that a fetch of a plan of fixed types requires. */
export const fixedTypeOf = ({ requires = [] }: FetchNode): string | undefined => flatFragment(requires)?.typeCondition;

function isPlain(node: FetchNode, path: Placed['path']): boolean {
  const { requires, inputRewrites = [], outputRewrites = [] } = node;
  const hasTypes = path.some((element) => String(element).includes('|'));
  const isFlat = requires === undefined || fixedTypeOf(node) !== undefined;
  return !hasTypes && isFlat && inputRewrites.length === 0 && outputRewrites.length === 0;
}

function shortened(node: FetchNode, schema: GraphQLSchema): string | undefined {
  const document = parse(node.operation);
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  const [first] = operation?.selectionSet.selections ?? [];
  const needless = createNeedless(fragmentsOf(document));
  const type = node.requires ? schema.getType(fixedTypeOf(node) ?? '') : rootType(schema, operation?.operation);
  const set = node.requires && first?.kind === Kind.FIELD ? first.selectionSet : operation?.selectionSet;
  if (!isObjectType(type) || !set || !needless.isFixed(set, type)) return undefined;
  return without(node.operation, needless.fields);
}

const rootType = (schema: GraphQLSchema, operation: OperationTypeNode | undefined) =>
  operation && schema.getRootType(operation);

/** Finds the type names that a selection asks for without need, and whether all its types are fixed. */
function createNeedless(fragments: Fragments) {
  const fields = new Set<FieldNode>();
  const seen = new Set<string>();

  const isFixed = ({ selections }: SelectionSetNode, type: GraphQLObjectType): boolean =>
    selections.every((one) => isFixedSelection(one, type));

  function isFixedSelection(selection: SelectionNode, type: GraphQLObjectType): boolean {
    if (selection.kind === Kind.FIELD) return isTypename(selection) || isFixedField(selection, type);
    if (selection.kind === Kind.FRAGMENT_SPREAD && seen.has(selection.name.value)) return true;
    if (selection.kind === Kind.FRAGMENT_SPREAD) seen.add(selection.name.value);
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    const condition = fragment?.typeCondition?.name.value ?? type.name;
    return fragment !== undefined && condition === type.name && isFixed(fragment.selectionSet, type);
  }

  function isFixedField({ name, selectionSet }: FieldNode, parent: GraphQLObjectType): boolean {
    const definition = parent.getFields()[name.value];
    const type = definition && getNamedType(definition.type);
    if (!selectionSet) return isLeafType(type);
    // Something has to be left to ask for.
    if (selectionSet.selections.some(isOther)) addAll(selectionSet.selections.filter(isTypename));
    return isObjectType(type) && isFixed(selectionSet, type);
  }

  const addAll = (found: readonly FieldNode[]) => found.forEach((one) => void fields.add(one));
  return { fields, isFixed };
}

const TYPENAME = TypeNameMetaFieldDef.name;

const isUnconditional = (selection: SelectionNode): selection is FieldNode =>
  selection.kind === Kind.FIELD && !selection.directives?.length;

const isTypename = (selection: SelectionNode): selection is FieldNode =>
  isUnconditional(selection) && selection.alias === undefined && selection.name.value === TYPENAME;

const isOther = (selection: SelectionNode): boolean => isUnconditional(selection) && selection.name.value !== TYPENAME;

function without(text: string, fields: ReadonlySet<FieldNode>): string {
  let [rest, from] = ['', 0];
  for (const { loc } of [...fields].toSorted((a, b) => startOf(a) - startOf(b))) {
    if (!loc) continue;
    rest += text.slice(from, loc.start);
    from = text[loc.end] === ' ' ? loc.end + 1 : loc.end;
  }
  return rest + text.slice(from);
}

const startOf = ({ loc }: FieldNode): number => loc?.start ?? 0;

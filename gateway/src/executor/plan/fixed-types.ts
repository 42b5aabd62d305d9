import type { FetchNode } from '@apollo/query-planner';
import { type FieldNode, Kind, parse, type SelectionNode, type SelectionSetNode, TypeNameMetaFieldDef } from 'graphql';
import { type Fragments, fragmentsOf } from '../../document/fragments.ts';
import type { SupergraphTypes } from '../../supergraph/supergraph-types.ts';
import { flatFragment } from './representations.ts';

/** A fetch, and the path of the objects that it fills. */
type Placed = { node: FetchNode; path: readonly (string | number)[] };

/**
 * The texts of the fetches of a plan without `__typename` where the schema leaves no choice: up to a fifth of what
 * subgraphs would send. Undefined for a plan in which any type is open, or changed on the way.
 */
export function textsOfFixedTypes(fetches: readonly Placed[], types: SupergraphTypes): string[] | undefined {
  const texts: string[] = [];
  for (const { node, path } of fetches) {
    const text = isPlain(node, path) ? shortened(node, types) : undefined;
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

function shortened(node: FetchNode, types: SupergraphTypes): string | undefined {
  const document = parse(node.operation);
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  const [first] = operation?.selectionSet.selections ?? [];
  const needless = createNeedless(fragmentsOf(document), types);
  const type = node.requires ? fixedTypeOf(node) : operation && types.roots[operation.operation];
  const set = node.requires && first?.kind === Kind.FIELD ? first.selectionSet : operation?.selectionSet;
  if (type === undefined || !types.objects.has(type) || !set || !needless.isFixed(set, type)) return undefined;
  return without(node.operation, needless.fields);
}

/** Finds the type names that a selection asks for without need, and whether all its types are fixed. */
function createNeedless(fragments: Fragments, { objects, leaves, returned }: SupergraphTypes) {
  const fields = new Set<FieldNode>();
  const seen = new Set<string>();

  const isFixed = ({ selections }: SelectionSetNode, type: string): boolean =>
    selections.every((one) => isFixedSelection(one, type));

  function isFixedSelection(selection: SelectionNode, type: string): boolean {
    if (selection.kind === Kind.FIELD) return isTypename(selection) || isFixedField(selection, type);
    if (selection.kind === Kind.FRAGMENT_SPREAD && seen.has(selection.name.value)) return true;
    if (selection.kind === Kind.FRAGMENT_SPREAD) seen.add(selection.name.value);
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    const condition = fragment?.typeCondition?.name.value ?? type;
    return fragment !== undefined && condition === type && isFixed(fragment.selectionSet, type);
  }

  function isFixedField({ name, selectionSet }: FieldNode, parent: string): boolean {
    const type = returned.get(`${parent}.${name.value}`);
    if (type === undefined) return false;
    if (!selectionSet) return leaves.has(type);
    // Something has to be left to ask for.
    if (selectionSet.selections.some(isOther)) addAll(selectionSet.selections.filter(isTypename));
    return objects.has(type) && isFixed(selectionSet, type);
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

import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from '../document/fragments.ts';

/** A refused field at one of the places it has in the answer. */
export type RefusedSelection = {
  field: FieldNode;
  /** Response names, and '@' for every element of a list. */
  path: readonly string[];
  /** What the variables must be for it to be selected at all. */
  conditions: readonly Condition[];
};

type Condition = { variable: string; value: boolean };
type Place = Omit<RefusedSelection, 'field'>;

export type Refused = {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  fields: ReadonlySet<FieldNode>;
  listDepths: ReadonlyMap<FieldNode, number>;
};

const MAX_REPORTED = 100;
/** Fragments in fragments can be many times longer than their document. */
const MAX_VISITED = 10_000;

/** The refused fields that come first in an operation, at most 100, those excluded by a constant left out. */
export function refusedSelections({ document, operation, fields, listDepths }: Refused): RefusedSelection[] {
  const fragments = fragmentsOf(document);
  const found: RefusedSelection[] = [];
  let visited = 0;

  function readField(field: FieldNode, { path, conditions }: Place): void {
    const here = [...path, field.alias?.value ?? field.name.value];
    if (fields.has(field)) found.push({ field, path: here, conditions });
    else if (field.selectionSet) {
      const elements = Array.from({ length: listDepths.get(field) ?? 0 }, () => '@');
      readSelections(field.selectionSet, { path: [...here, ...elements], conditions });
    }
  }

  function readSelections({ selections }: SelectionSetNode, outer: Place): void {
    for (const selection of selections) {
      visited += 1;
      if (visited > MAX_VISITED || found.length >= MAX_REPORTED) return;
      const own = conditionsOf(selection);
      if (!own) continue;
      const place = own.length === 0 ? outer : { ...outer, conditions: [...outer.conditions, ...own] };
      if (selection.kind === Kind.FIELD) readField(selection, place);
      else {
        const named = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        if (named) readSelections(named.selectionSet, place);
      }
    }
  }

  readSelections(operation.selectionSet, { path: [], conditions: [] });
  return found;
}

/** Undefined where the selection is never made. */
function conditionsOf({ directives = [] }: SelectionNode): Condition[] | undefined {
  const conditions: Condition[] = [];
  for (const { name, arguments: given = [] } of directives) {
    if (name.value !== 'skip' && name.value !== 'include') continue;
    const value = name.value === 'include';
    const test = given.find(({ name }) => name.value === 'if')?.value;
    if (test?.kind === Kind.BOOLEAN && test.value !== value) return undefined;
    if (test?.kind === Kind.VARIABLE) conditions.push({ variable: test.name.value, value });
  }
  return conditions;
}

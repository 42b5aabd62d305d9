import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Fragments } from '../../document/fragments.ts';

export type Collecting = {
  schema: GraphQLSchema;
  fragments: Fragments;
  /** Whether `@skip` and `@include` let a selection stand. */
  isIncluded(selection: SelectionNode): boolean;
};

/**
 * The fields that selection sets come to on a type, by response name in the order of the answer (CollectFields of the
 * GraphQL specification, section 6.3.2).
 */
export function collectFields(
  sets: readonly SelectionSetNode[],
  type: GraphQLCompositeType,
  collecting: Collecting,
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const spread = new Set<string>();

  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) if (collecting.isIncluded(selection)) add(selection);
  }

  function add(selection: SelectionNode): void {
    if (selection.kind === Kind.FIELD) {
      const name = responseNameOf(selection);
      const same = fields.get(name);
      if (same) same.push(selection);
      else fields.set(name, [selection]);
      return;
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentOf(selection.name.value);
    if (fragment && applies(fragment.typeCondition?.name.value)) collect(fragment.selectionSet);
  }

  function fragmentOf(name: string): FragmentDefinitionNode | undefined {
    if (spread.has(name)) return undefined;
    spread.add(name);
    return collecting.fragments.get(name);
  }

  function applies(condition: string | undefined): boolean {
    if (condition === undefined || condition === type.name) return true;
    const on = collecting.schema.getType(condition);
    return isAbstractType(on) && 'getInterfaces' in type && collecting.schema.isSubType(on, type);
  }

  for (const set of sets) collect(set);
  return fields;
}

/** The alias of a field, or its name. */
export const responseNameOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

import {
  type ConstDirectiveNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isCompositeType,
  Kind,
  type NamedTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from '../../document/fragments.ts';
import { amountOf, type Estimate, type Variables } from './estimate.ts';
import type { VariableReader } from './variables.ts';

/** Whether the variables leave a selection in. */
export type Condition = (variables: Variables) => boolean;

/** A selection set on a type, or a field of it, and what has to hold for it. */
export type Selections = { on: GraphQLCompositeType; set: SelectionSetNode; when: readonly Condition[] };
export type SelectedField = { on: GraphQLCompositeType; node: FieldNode; when: readonly Condition[] };

export type SelectionReader = (selections: Selections) => SelectedField[];

/** The fields that are one in the answer, together. */
export function mergedByName(fields: readonly SelectedField[]): SelectedField[][] {
  return [...Map.groupBy(fields, ({ node }) => node.alias?.value ?? node.name.value).values()];
}

/** An estimate that counts where one of the merged fields is included. */
export function whereIncluded(merged: readonly SelectedField[], estimate: Estimate): Estimate {
  if (estimate === 0 || merged.some(({ when }) => when.length === 0)) return estimate;
  const isIncluded = (variables: Variables) => merged.some(({ when }) => when.every((holds) => holds(variables)));
  return (variables) => (isIncluded(variables) ? amountOf(estimate, variables) : 0);
}

/**
 * Reads the fields that selections come to, through fragments, without those that are never included. Fragments must
 * not spread themselves; takes a step for each selection once fragments are written out.
 */
export function createSelectionReader(
  schema: GraphQLSchema,
  document: DocumentNode,
  readVariable: VariableReader,
): SelectionReader {
  const fragments = fragmentsOf(document);

  function fieldsOf({ on, set, when }: Selections): SelectedField[] {
    return set.selections.flatMap((selection) => {
      const own = conditionsOf(selection);
      if (own === 'never') return [];
      const all = own.length === 0 ? when : [...when, ...own];
      if (selection.kind === Kind.FIELD) return [{ on, node: selection, when: all }];
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const inner = typeOf(fragment?.typeCondition) ?? on;
      return fragment ? fieldsOf({ on: inner, set: fragment.selectionSet, when: all }) : [];
    });
  }

  function typeOf(named: NamedTypeNode | undefined): GraphQLCompositeType | undefined {
    const type = named && schema.getType(named.name.value);
    return isCompositeType(type) ? type : undefined;
  }

  function conditionsOf({ directives = [] }: SelectionNode): Condition[] | 'never' {
    const conditions = directives.map(conditionOf).filter((condition) => condition !== 'always');
    return conditions.includes('never') ? 'never' : conditions.filter((condition) => condition !== 'never');
  }

  function conditionOf(directive: DirectiveNode | ConstDirectiveNode): Condition | 'always' | 'never' {
    const name = directive.name.value;
    if (name !== 'skip' && name !== 'include') return 'always';
    const excludes = name === 'skip';
    const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
    if (value?.kind === Kind.BOOLEAN) return value.value === excludes ? 'never' : 'always';
    if (value?.kind !== Kind.VARIABLE) return 'always';
    const read = readVariable(value.name.value);
    return (variables) => read(variables) !== excludes;
  }

  return fieldsOf;
}

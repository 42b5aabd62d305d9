import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isCompositeType,
  Kind,
  type NamedTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What selections are read with: the fragments of their document, and the variables as they will be used. */
export type Asked = {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
};

/** Selections, and the type they are made on. */
export type Selections = { on: GraphQLCompositeType; set: SelectionSetNode };
export type SelectedField = { on: GraphQLCompositeType; node: FieldNode };

/**
 * The fields that selections come to, through fragments and without what is skipped; those with the same name in the
 * answer are together, as they are one field. Takes a step for each selection once fragments are written out.
 */
export function selectedFields(selections: readonly Selections[], asked: Asked): SelectedField[][] {
  const spread = new Set<string>();

  function fieldsOf({ on, set }: Selections): SelectedField[] {
    return set.selections.filter(isIncluded).flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [{ on, node: selection }];
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        return fieldsOf({ on: typeOf(selection.typeCondition) ?? on, set: selection.selectionSet });
      }
      return fieldsOfFragment(selection.name.value);
    });
  }

  function fieldsOfFragment(name: string): SelectedField[] {
    const fragment = asked.fragments.get(name);
    const on = typeOf(fragment?.typeCondition);
    if (!fragment || !on || spread.has(name)) return [];
    spread.add(name);
    return fieldsOf({ on, set: fragment.selectionSet });
  }

  function isIncluded(selection: SelectionNode): boolean {
    const skip = getDirectiveValues(GraphQLSkipDirective, selection, asked.variables);
    const include = getDirectiveValues(GraphQLIncludeDirective, selection, asked.variables);
    return skip?.if !== true && include?.if !== false;
  }

  function typeOf(named: NamedTypeNode | undefined): GraphQLCompositeType | undefined {
    const type = named && asked.schema.getType(named.name.value);
    return isCompositeType(type) ? type : undefined;
  }

  const byName = Map.groupBy(selections.flatMap(fieldsOf), ({ node }) => node.alias?.value ?? node.name.value);
  return [...byName.values()];
}

import {
  type DocumentNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type SelectionNode,
  visit,
} from 'graphql';

/** Whether `@skip` and `@include` let a selection stand. */
export type IsIncluded = (selection: SelectionNode) => boolean;

/** What `@skip` and `@include` of a document depend on. */
export type Conditions = {
  /** Equal for variables under which the same selections stand. */
  keyOf(variables: Readonly<Record<string, unknown>>): string;
  /** What stands under variables of this key. */
  isIncluded(key: string): IsIncluded;
};

/**
 * Reads the conditions of a document. They are decided before planning: the planner joins what fields require whether or
 * not they are skipped, and would lose one field for the sake of another.
 */
export function conditionsOf(document: DocumentNode): Conditions {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given = [] }) {
      if (name.value !== GraphQLSkipDirective.name && name.value !== GraphQLIncludeDirective.name) return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  const variableNames = [...names];
  return {
    keyOf: (variables) => variableNames.map((name) => (variables[name] === true ? '1' : '0')).join(''),
    isIncluded(key) {
      const variables = Object.fromEntries(variableNames.map((name, index) => [name, key[index] === '1']));
      return (selection) => {
        if (!selection.directives?.length) return true;
        const skip = getDirectiveValues(GraphQLSkipDirective, selection, variables);
        const include = getDirectiveValues(GraphQLIncludeDirective, selection, variables);
        return skip?.if !== true && include?.if !== false;
      };
    },
  };
}

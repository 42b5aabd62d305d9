import {
  type DocumentNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type SelectionNode,
  visit,
} from 'graphql';

type Variables = Record<string, unknown>;

export type IsIncluded = (selection: SelectionNode) => boolean;

/** What `@skip` and `@include` of a document depend on. */
export type Conditions = {
  /** Equal for variables under which the same selections stand. */
  keyOf(variables: Variables): string;
  isIncluded(variables: Variables): IsIncluded;
};

/** Reads the conditions of a document. */
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
    isIncluded: (variables) => (selection) => {
      if (!selection.directives?.length) return true;
      const skip = getDirectiveValues(GraphQLSkipDirective, selection, variables);
      const include = getDirectiveValues(GraphQLIncludeDirective, selection, variables);
      return skip?.if !== true && include?.if !== false;
    },
  };
}

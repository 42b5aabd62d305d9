import {
  type DocumentNode,
  GraphQLError,
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
  /** Whether they are few enough for a plan of their own for each outcome. */
  areFew: boolean;
  /** Equal for variables under which the same selections stand; throws for a condition that is null. */
  keyOf(variables: Readonly<Record<string, unknown>>): string;
  /** What stands under variables of this key. */
  isIncluded(key: string): IsIncluded;
};

/** Each doubles the plans that one document may need. */
const MAX_DECIDED = 4;

/**
 * Reads the conditions of a document. A few are decided before planning: the planner joins what fields require whether
 * or not they are skipped, and would lose one field for the sake of another. Many are planned as they stand.
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
    areFew: variableNames.length <= MAX_DECIDED,
    keyOf: (variables) => variableNames.map((name) => bitOf(name, variables[name])).join(''),
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

function bitOf(name: string, value: unknown): '0' | '1' {
  if (typeof value === 'boolean') return value ? '1' : '0';
  const message = `Variable "$${name}" decides what is included and must not be null.`;
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

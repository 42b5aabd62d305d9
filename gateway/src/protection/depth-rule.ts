import {
  GraphQLError,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** Refuses operations nested deeper than `limit` fields; introspection does not count (graphql-js bounds it). */
export function depthRule(limit: number): ValidationRule {
  return (context) => {
    const depthOf = createDepthOf(context);
    return {
      OperationDefinition(operation) {
        const depth = depthOf(operation.selectionSet);
        if (depth <= limit) return;
        const message = `This operation is ${depth} levels deep; at most ${limit} are allowed.`;
        context.reportError(new GraphQLError(message, { nodes: operation }));
      },
    };
  };
}

function createDepthOf(context: ValidationContext): (selections: SelectionSetNode | undefined) => number {
  const depthOfFragment = new Map<string, number>();

  function depthOf(selections: SelectionSetNode | undefined): number {
    return Math.max(0, ...(selections?.selections ?? []).map(depthBelow));
  }

  function depthBelow(selection: SelectionNode): number {
    if (selection.kind === Kind.FIELD) {
      return selection.name.value.startsWith('__') ? 0 : 1 + depthOf(selection.selectionSet);
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) return depthOf(selection.selectionSet);
    return fragmentDepth(selection.name.value);
  }

  function fragmentDepth(name: string): number {
    const known = depthOfFragment.get(name);
    if (known !== undefined) return known;
    // Set before it is known: a fragment that spreads itself ends here, and another rule refuses it.
    depthOfFragment.set(name, 0);
    const depth = depthOf(context.getFragment(name)?.selectionSet);
    depthOfFragment.set(name, depth);
    return depth;
  }

  return depthOf;
}

import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { fragmentsOf } from '../document/fragments.ts';

type Selecting = { readonly selectionSet: SelectionSetNode };

/**
 * An operation without its refused fields, nor what is of no use without them: fields and fragments left empty,
 * variables. Undefined when nothing is left. A mutation of which nothing would be seen is therefore not carried out.
 */
export function remainingOperation(
  { document, operation }: { document: DocumentNode; operation: OperationDefinitionNode },
  refused: ReadonlySet<FieldNode>,
): DocumentNode | undefined {
  const fragments = fragmentsOf(document);
  const remaining = new Map<string, FragmentDefinitionNode | undefined>();

  function fragmentWithout(name: string): FragmentDefinitionNode | undefined {
    if (!remaining.has(name)) {
      const fragment = fragments.get(name);
      remaining.set(name, fragment && without(fragment));
    }
    return remaining.get(name);
  }

  function selectionWithout(selection: SelectionNode): SelectionNode | undefined {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return fragmentWithout(selection.name.value) && selection;
    if (selection.kind === Kind.INLINE_FRAGMENT) return without(selection);
    if (refused.has(selection)) return undefined;
    return isSelecting(selection) ? without(selection) : selection;
  }

  function without<Node extends Selecting>(node: Node): Node | undefined {
    const selections = node.selectionSet.selections.flatMap((selection) => selectionWithout(selection) ?? []);
    return selections.length === 0 ? undefined : { ...node, selectionSet: { ...node.selectionSet, selections } };
  }

  const left = without(operation);
  return left && { kind: Kind.DOCUMENT, definitions: withItsFragments(left, remaining) };
}

const isSelecting = (field: FieldNode): field is FieldNode & Selecting => field.selectionSet !== undefined;

function withItsFragments(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode | undefined>,
): [OperationDefinitionNode, ...FragmentDefinitionNode[]] {
  const variables = new Set<string>();
  const spread = new Set<FragmentDefinitionNode>();

  function collect(node: OperationDefinitionNode | FragmentDefinitionNode): void {
    visit(node, {
      VariableDefinition() {
        return false;
      },
      Variable({ name }) {
        variables.add(name.value);
      },
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment || spread.has(fragment)) return;
        spread.add(fragment);
        collect(fragment);
      },
    });
  }

  collect(operation);
  const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) =>
    variables.has(variable.name.value),
  );
  return [{ ...operation, ...(variableDefinitions && { variableDefinitions }) }, ...spread];
}

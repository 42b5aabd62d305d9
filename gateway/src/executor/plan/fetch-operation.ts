import type { FetchDataRewrite, FetchNode } from '@apollo/query-planner';
import { Kind, type OperationDefinitionNode, OperationTypeNode, parse, type SelectionSetNode } from 'graphql';
import { fragmentsOf } from '../../document/fragments.ts';
import { responseNameOf } from '../response/collect-fields.ts';
import type { FetchOperation, RequestKind } from '../transport.ts';

/** What a fetch asks for, read from its text. */
export type Fetch = {
  operation: FetchOperation;
  /** The text without the operation's generated name: fetches with equal signatures ask the same. */
  signature: string;
  /** The response names that it delivers on the objects it fills. */
  names: ReadonlySet<string>;
  /** Those of them that are objects or lists of objects. */
  branches: ReadonlySet<string>;
};

/** Reads a fetch node; in a mutation, what is read after it cannot be repeated by repeating the operation. */
export function readFetch(node: FetchNode, isMutation: boolean): Fetch {
  const { operation: text, operationName: name, serviceName: subgraph } = node;
  const operationName = name === undefined ? '' : `,"operationName":${JSON.stringify(name)}`;
  const fields = deliveredFields(node);
  const renamed = renamedTo(node.outputRewrites);
  const names = [...fields.keys()];
  return {
    operation: {
      subgraph,
      kind: kindOf(node, isMutation),
      name,
      text,
      json: `"query":${JSON.stringify(text)}${operationName}`,
    },
    signature: `${subgraph} ${name === undefined ? text : text.replace(name, '')}`,
    names: new Set(names.map((one) => renamed.get(one) ?? one)),
    branches: new Set(names.filter((one) => fields.get(one)).map((one) => renamed.get(one) ?? one)),
  };
}

function kindOf({ operationKind }: FetchNode, isMutation: boolean): RequestKind {
  if (operationKind === OperationTypeNode.MUTATION) return 'mutation';
  return isMutation ? 'read after a mutation' : 'read';
}

/** The response names at the top of a fetch, through fragments, and whether something is selected below them. */
function deliveredFields({ operation, requires }: FetchNode): Map<string, boolean> {
  const fields = new Map<string, boolean>();
  const document = parse(operation, { noLocation: true });
  const fragments = fragmentsOf(document);
  const collect = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) fields.set(responseNameOf(selection), selection.selectionSet !== undefined);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else collect(fragments.get(selection.name.value)?.selectionSet);
    }
  };
  const root = document.definitions.find(
    (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
  );
  const entities = root?.selectionSet.selections[0];
  collect(requires && entities?.kind === Kind.FIELD ? entities.selectionSet : root?.selectionSet);
  return fields;
}

/** Response names that the planner had to change so that types could be told apart, and what they become again. */
function renamedTo(rewrites: readonly FetchDataRewrite[] = []): Map<string, string> {
  return new Map(
    rewrites.flatMap((one) => (one.kind === 'KeyRenamer' ? [[one.path.at(-1) ?? '', one.renameKeyTo]] : [])),
  );
}

import {
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  type SelectionNode,
  validate,
  visit,
} from 'graphql';

/** Whether a smaller operation still shows what is to be shown. */
export type StillFails = (document: DocumentNode) => Promise<boolean>;

const REMOVABLE: ReadonlySet<string> = new Set([
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.DIRECTIVE,
  Kind.ARGUMENT,
  Kind.OBJECT_FIELD,
]);

const TYPENAME = (parse('{ __typename }').definitions[0] as { selectionSet: { selections: readonly SelectionNode[] } })
  .selectionSet.selections; // a query has selections

/** The document with its nth possible simplification made; undefined when there are not so many. */
function simplify(document: DocumentNode, nth: number): DocumentNode | undefined {
  let count = -1;
  const isNext = () => {
    count += 1;
    return count === nth;
  };
  const simpler = visit(document, {
    enter(node: ASTNode) {
      if (REMOVABLE.has(node.kind) && isNext()) return null;
      if (node.kind === Kind.FIELD && node.alias && isNext()) {
        const { alias: _, ...bare } = node;
        return bare;
      }
      if (node.kind !== Kind.SELECTION_SET) return undefined;
      const inline = node.selections.findIndex((one) => one.kind === Kind.INLINE_FRAGMENT);
      const fragment = node.selections[inline];
      if (fragment?.kind === Kind.INLINE_FRAGMENT && isNext()) {
        return { ...node, selections: node.selections.toSpliced(inline, 1, ...fragment.selectionSet.selections) };
      }
      if (node.selections.length > 0 && print(node) !== '{\n  __typename\n}' && isNext()) {
        return { ...node, selections: TYPENAME };
      }
      return undefined;
    },
  });
  return count < nth ? undefined : simpler;
}

/** Without the variables and fragments that nothing uses any more. */
function tidy(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  visit(document, {
    enter(node: ASTNode) {
      if (node.kind === Kind.VARIABLE_DEFINITION) return false;
      if (node.kind === Kind.FRAGMENT_SPREAD) used.add(`...${node.name.value}`);
      if (node.kind === Kind.VARIABLE) used.add(node.name.value);
      return undefined;
    },
  });
  const tidied = visit(document, {
    enter(node: ASTNode) {
      if (node.kind === Kind.FRAGMENT_DEFINITION && !used.has(`...${node.name.value}`)) return null;
      if (node.kind === Kind.VARIABLE_DEFINITION && !used.has(node.variable.name.value)) return null;
      return undefined;
    },
  });
  return print(tidied) === print(document) ? document : tidy(tidied);
}

function isValid(schema: GraphQLSchema, document: DocumentNode): boolean {
  let hasHole = false;
  visit(document, {
    enter(node: ASTNode) {
      if (node.kind === Kind.SELECTION_SET && node.selections.length === 0) hasHole = true;
    },
  });
  return !hasHole && validate(schema, document).length === 0;
}

/** The smallest operation found that still fails, by taking away one thing after the other. */
export async function shrink(
  schema: GraphQLSchema,
  document: DocumentNode,
  stillFails: StillFails,
): Promise<DocumentNode> {
  let smallest = document;
  for (let nth = 0; ; ) {
    const simplified = simplify(smallest, nth);
    if (!simplified) return smallest;
    const candidate = tidy(simplified);
    const isSmaller = print(candidate).length < print(smallest).length;
    if (isSmaller && isValid(schema, candidate) && (await stillFails(candidate))) {
      smallest = candidate;
      nth = 0;
    } else {
      nth += 1;
    }
  }
}

import { type ASTNode, type DocumentNode, Kind, type NameNode, specifiedScalarTypes, visit } from 'graphql';

const ROOTS: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);
const SHARED: ReadonlySet<string> = new Set([...ROOTS, ...specifiedScalarTypes.map(({ name }) => name)]);

/** A schema with all its types, and the fields of its root types, under names of their own. */
export function copyOfSchema(schema: DocumentNode, copy: string): DocumentNode {
  return visit(renamed(schema, copy), {
    enter: (node) => {
      if (!('name' in node) || node.name?.kind !== Kind.NAME) return undefined;
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) return undefined;
      if (!ROOTS.has(node.name.value)) return undefined;
      return { ...node, fields: node.fields?.map((field) => ({ ...field, name: withSuffix(field.name, copy) })) };
    },
  });
}

/** The same operation on the copy; the answer has the names of the copy, too. */
export function copyOfOperation(document: DocumentNode, copy: string): DocumentNode {
  return visit(renamed(document, copy), {
    OperationDefinition: (operation) => ({
      ...operation,
      name: operation.name && withSuffix(operation.name, copy),
      selectionSet: {
        ...operation.selectionSet,
        selections: operation.selectionSet.selections.map((selection) =>
          selection.kind === Kind.FIELD && !selection.name.value.startsWith('__')
            ? { ...selection, name: withSuffix(selection.name, copy) }
            : selection,
        ),
      },
    }),
  });
}

/** All definitions of types, and all that names them, with a suffix. */
function renamed(document: DocumentNode, copy: string): DocumentNode {
  return visit(document, {
    enter: (node: ASTNode) => {
      const isType = node.kind === Kind.NAMED_TYPE || /^\w+TypeDefinition$|^\w+TypeExtension$/.test(node.kind);
      if (!isType || !('name' in node) || !node.name || SHARED.has(node.name.value)) return undefined;
      return { ...node, name: withSuffix(node.name, copy) };
    },
  });
}

const withSuffix = (name: NameNode, copy: string): NameNode => ({ ...name, value: `${name.value}${copy}` });

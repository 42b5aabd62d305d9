import {
  type ConstDirectiveNode,
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  isTypeDefinitionNode,
  Kind,
  type TypeDefinitionNode,
} from 'graphql';

/** Puts a directive on the elements with these schema coordinates; inside a hidden type nothing more is marked. */
export function markHidden(document: DocumentNode, hidden: ReadonlySet<string>, directive: string): DocumentNode {
  const mark: ConstDirectiveNode = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: directive } };

  function marked<Node extends { directives?: readonly ConstDirectiveNode[] | undefined }>(node: Node): Node {
    const { directives = [] } = node;
    return directives.some(({ name }) => name.value === directive)
      ? node
      : { ...node, directives: [...directives, mark] };
  }

  type Part = FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode;

  function markPart<Node extends Part>(owner: string, part: Node): Node {
    const coordinate = `${owner}.${part.name.value}`;
    if (hidden.has(coordinate)) return marked(part);
    if (part.kind !== Kind.FIELD_DEFINITION) return part;
    const given = part.arguments ?? [];
    const isHidden = ({ name }: InputValueDefinitionNode) => hidden.has(`${coordinate}(${name.value}:)`);
    return { ...part, arguments: given.map((argument) => (isHidden(argument) ? marked(argument) : argument)) };
  }

  function markType(type: TypeDefinitionNode): TypeDefinitionNode {
    const name = type.name.value;
    if (hidden.has(name)) return marked(type);
    switch (type.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
        return { ...type, fields: (type.fields ?? []).map((field) => markPart(name, field)) };
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        return { ...type, fields: (type.fields ?? []).map((field) => markPart(name, field)) };
      case Kind.ENUM_TYPE_DEFINITION:
        return { ...type, values: (type.values ?? []).map((value) => markPart(name, value)) };
      default:
        return type;
    }
  }

  return {
    ...document,
    definitions: document.definitions.map((node) => (isTypeDefinitionNode(node) ? markType(node) : node)),
  };
}

import type { ParsedSubgraph } from '@nexus/gateway/composition/parse-subgraph';
import type {
  DefinitionNode,
  EnumValueDefinitionNode,
  FieldDefinitionNode,
  InputValueDefinitionNode,
  TypeDefinitionNode,
  TypeExtensionNode,
} from 'graphql';
import { isTypeDefinitionNode, isTypeExtensionNode, Kind } from 'graphql';
import type { Graph } from '../../change.ts';
import { remembered } from './remembered.ts';

export type TypeNode = TypeDefinitionNode | TypeExtensionNode;
type MemberNode = FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode;

/** A definition in a subgraph's schema file; several subgraphs may define the same coordinate. */
export type Element = {
  coordinate: string;
  subgraph: ParsedSubgraph;
  node: TypeNode | MemberNode;
  /** The type that it stands in; for a type, itself. */
  type: TypeNode;
  /** The field whose argument it is. */
  field: FieldDefinitionNode | undefined;
};

/** All definitions of the subgraphs, by schema coordinate. */
export const elementsOf = remembered(
  (graph: Graph): ReadonlyMap<string, readonly Element[]> =>
    Map.groupBy(
      graph.subgraphs.flatMap((subgraph) =>
        subgraph.document.definitions.filter(isTypeNode).flatMap((type) => elementsOfType(subgraph, type)),
      ),
      ({ coordinate }) => coordinate,
    ),
);

const isTypeNode = (node: DefinitionNode): node is TypeNode => isTypeDefinitionNode(node) || isTypeExtensionNode(node);

function elementsOfType(subgraph: ParsedSubgraph, type: TypeNode): Element[] {
  const name = type.name.value;
  const its = (coordinate: string, node: TypeNode | MemberNode, field?: FieldDefinitionNode): Element => ({
    coordinate,
    subgraph,
    node,
    type,
    field,
  });
  const members = membersOf(type).flatMap((member) => {
    const coordinate = `${name}.${member.name.value}`;
    if (member.kind !== Kind.FIELD_DEFINITION) return [its(coordinate, member)];
    const args = (member.arguments ?? []).map((arg) => its(`${coordinate}(${arg.name.value}:)`, arg, member));
    return [its(coordinate, member), ...args];
  });
  return [its(name, type), ...members];
}

function membersOf(type: TypeNode): readonly MemberNode[] {
  if ('fields' in type) return type.fields ?? [];
  return 'values' in type ? (type.values ?? []) : [];
}

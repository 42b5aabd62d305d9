import { type DefinitionNode, type DocumentNode, isTypeDefinitionNode, type TypeDefinitionNode } from 'graphql';
import type { Link } from '../../supergraph/links.ts';

/** The types of a supergraph that belong to the API, by their names. */
export function typesOf(
  { definitions }: DocumentNode,
  links: readonly Link[],
): ReadonlyMap<string, TypeDefinitionNode> {
  const types = definitions.filter((node) => isTypeDefinitionNode(node)).filter((node) => !isOfLink(node, links));
  return new Map(types.map((node) => [node.name.value, node]));
}

/** Whether a linked specification brought it along: `join__Graph`, `link__Purpose`. */
function isOfLink(node: DefinitionNode, links: readonly Link[]): boolean {
  if (!('name' in node) || node.name === undefined) return false;
  const { value: name } = node.name;
  return links.some(({ prefix, imports }) => name.startsWith(`${prefix}__`) || [...imports.values()].includes(name));
}

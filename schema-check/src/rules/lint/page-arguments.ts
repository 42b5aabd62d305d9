import { argumentsOf } from '@nexus/gateway/supergraph/links';
import type { FieldDefinitionNode, InputValueDefinitionNode } from 'graphql';
import type { Element } from '../reading/elements.ts';
import { subgraphOf } from '../reading/subgraph.ts';

/** The arguments that say how many things are wanted. */
export const pageArguments = ({ arguments: given = [] }: FieldDefinitionNode): InputValueDefinitionNode[] =>
  given.filter(({ name }) => name.value === 'first' || name.value === 'last');

/** Whether a field says how long its list is, or the list of the connection that it returns. */
export const isSized = ({ subgraph }: Element, { directives = [] }: FieldDefinitionNode): boolean =>
  directives.some(({ name }) => name.value === subgraphOf(subgraph).listSizeName);

/** The arguments by which `@listSize` measures a field's list; none when it does not. */
export function slicingArguments({ subgraph }: Element, { directives = [] }: FieldDefinitionNode): string[] {
  const directive = directives.find(({ name }) => name.value === subgraphOf(subgraph).listSizeName);
  const names = directive && argumentsOf(directive).slicingArguments;
  return Array.isArray(names) ? names.map(String) : [];
}

import { type ASTNode, type DirectiveDefinitionNode, getLocation, Kind, print } from 'graphql';
import type { Change, Graph } from '../../change.ts';
import type { Place } from '../../finding.ts';
import type { Operation } from '../../operation.ts';
import { type Element, elementsOf } from './elements.ts';
import { definitionOf } from './operations.ts';

/** Where a coordinate stands: in the head, first where it was changed; where it is gone, in the base. */
export function placeOf({ base, head }: Pick<Change, 'base' | 'head'>, coordinate: string): Place | undefined {
  const now = elementsOf(head).get(coordinate) ?? [];
  const before = elementsOf(base).get(coordinate) ?? [];
  const changed = now.find((element) => !before.some((other) => isSame(element, other)));
  const gone = before.find((element) => !now.some((other) => other.subgraph.name === element.subgraph.name));
  const element = changed ?? gone ?? now[0] ?? before[0];
  if (element) return placeOfNode(element.node);
  const directive = [head, base].flatMap((graph) => definitionsOf(graph, coordinate))[0];
  return directive && placeOfNode(directive);
}

/** Where a directive is defined of which a coordinate is: `@live`, `@live(every:)`. */
const definitionsOf = ({ subgraphs }: Graph, coordinate: string): DirectiveDefinitionNode[] =>
  subgraphs
    .flatMap(({ document }) => document.definitions)
    .filter((node) => node.kind === Kind.DIRECTIVE_DEFINITION)
    .filter(({ name }) => coordinate.replace(/\(.*/, '') === `@${name.value}`);

/** Where an operation stands; undefined when it was recorded. */
export function placeOfOperation(operation: Operation): Place | undefined {
  const definition = definitionOf(operation);
  return definition && operation.origin === 'trusted' ? placeOfNode(definition) : undefined;
}

/** Where a node of a parsed file stands; undefined when it was not read from a file. */
export function placeOfNode({ loc }: ASTNode): Place | undefined {
  return loc && { file: loc.source.name, ...getLocation(loc.source, loc.start) };
}

const isSame = (one: Element, other: Element): boolean =>
  one.subgraph.name === other.subgraph.name && print(one.node) === print(other.node);

import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type DocumentNode, type FieldNode, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';
import type { SubgraphReading } from '../reading/subgraph.ts';
import type { Misunderstanding } from './misunderstandings.ts';

/** Entities that a subgraph cannot find by what it is told of them, or whose fields it cannot compute from that. */
export function unknownEntities(
  { requires }: FetchNode,
  document: DocumentNode,
  asked: SubgraphReading,
): Misunderstanding[] {
  if (!requires) return [];
  const told = Map.groupBy(requires.flatMap(typedSelections), ({ type }) => type);
  return [...told].flatMap(([type, parts]) => {
    const given = parts.flatMap(({ selections }) => selections);
    const keys = asked.keysOf(type);
    if (keys.length > 0 && !keys.some((key) => covers(given, key))) {
      return [{ coordinate: type, reason: `${type} has no @key there that fits what the gateway knows of it` }];
    }
    return fieldsAskedOf(type, document).flatMap((field) => missing(asked, { type, field, given }));
  });
}

type Asked = { type: string; field: string; given: readonly QueryPlanSelectionNode[] };

function missing(asked: SubgraphReading, { type, field, given }: Asked): Misunderstanding[] {
  const required = asked.requiredFor(type, field);
  if (!required || covers(given, required)) return [];
  const coordinate = `${type}.${field}`;
  return [{ coordinate, reason: `${coordinate} there requires fields that the gateway does not send` }];
}

function typedSelections(node: QueryPlanSelectionNode): { type: string; selections: QueryPlanSelectionNode[] }[] {
  if (node.kind === 'Field' || node.typeCondition === undefined) return [];
  return [{ type: node.typeCondition, selections: node.selections }];
}

/** The fields that are selected directly on the entities of a type. */
function fieldsAskedOf(type: string, { definitions }: DocumentNode): string[] {
  const [operation] = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const entities = operation?.selectionSet.selections.find((selection) => selection.kind === Kind.FIELD);
  const fragments = new Map(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])),
  );
  const collect = (set: SelectionSetNode | undefined, on: string | undefined): string[] =>
    (set?.selections ?? []).flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return on === type ? [selection.name.value] : [];
      const inner = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      return collect(inner?.selectionSet, inner?.typeCondition?.name.value ?? on);
    });
  return collect(entities?.selectionSet, undefined);
}

function covers(given: readonly QueryPlanSelectionNode[], { selections }: SelectionSetNode): boolean {
  return selections.every((wanted) => coversOne(given, wanted));
}

function coversOne(given: readonly QueryPlanSelectionNode[], wanted: SelectionNode): boolean {
  if (wanted.kind === Kind.INLINE_FRAGMENT) return covers(given.flatMap(flattened), wanted.selectionSet);
  if (wanted.kind === Kind.FRAGMENT_SPREAD || wanted.name.value === '__typename') return true;
  return given.flatMap(flattened).some((node) => isOrHas(node, wanted));
}

function isOrHas(node: QueryPlanSelectionNode, { name, selectionSet }: FieldNode): boolean {
  if (node.kind !== 'Field' || node.name !== name.value) return false;
  return !selectionSet || covers(node.selections ?? [], selectionSet);
}

const flattened = (node: QueryPlanSelectionNode): QueryPlanSelectionNode[] =>
  node.kind === 'InlineFragment' ? node.selections.flatMap(flattened) : [node];

import { buildSubgraph, type CompositeType, type FieldDefinition, type Subgraph } from '@apollo/federation-internals';
import type { ParsedSubgraph } from '@nexus/gateway/composition/parse-subgraph';
import { type GraphQLSchema, Kind, parse, type SelectionSetNode } from 'graphql';
import { remembered } from './remembered.ts';

/** A subgraph as its server understands it, with `_entities`. */
export type SubgraphReading = {
  schema: GraphQLSchema;
  /** The keys by which it finds the entities of a type. */
  keysOf(type: string): SelectionSetNode[];
  /** What it has to be told of an entity to answer one of its fields. */
  requiredFor(type: string, field: string): SelectionSetNode | undefined;
  /** Whether another subgraph answers the field. */
  isExternal(type: string, field: string): boolean;
  /** What it calls `@listSize`. */
  listSizeName: string;
};

/** Reads a subgraph of a graph that composes. */
export const subgraphOf = remembered(({ name, url, document }: ParsedSubgraph): SubgraphReading => {
  const subgraph = buildSubgraph(name, url, document);
  const metadata = subgraph.metadata();
  return {
    schema: subgraph.schema.toGraphQLJSSchema(),
    listSizeName: metadata.federationDirectiveNameInSchema('listSize'),
    keysOf: (type) => keysOf(subgraph, type),
    requiredFor(type, field) {
      const [requires] = fieldOf(subgraph, type, field)?.appliedDirectivesOf(metadata.requiresDirective()) ?? [];
      return requires && selectionOf(requires.arguments().fields);
    },
    isExternal(type, field) {
      const definition = fieldOf(subgraph, type, field);
      return definition !== undefined && metadata.isFieldFullyExternal(definition);
    },
  };
});

function keysOf(subgraph: Subgraph, name: string): SelectionSetNode[] {
  const type = subgraph.schema.type(name);
  if (type?.kind !== 'ObjectType' && type?.kind !== 'InterfaceType') return [];
  const keys = type.appliedDirectivesOf<{ fields: unknown; resolvable?: boolean }>(subgraph.metadata().keyDirective());
  return keys.flatMap((key) => {
    const { fields, resolvable } = key.arguments();
    return resolvable === false ? [] : [selectionOf(fields)];
  });
}

function fieldOf({ schema }: Subgraph, type: string, field: string): FieldDefinition<CompositeType> | undefined {
  const definition = schema.type(type);
  if (definition?.kind !== 'ObjectType' && definition?.kind !== 'InterfaceType') return undefined;
  return definition.field(field);
}

/** The fields of a @key or @requires, as the braces that would select them. */
function selectionOf(fields: unknown): SelectionSetNode {
  const [operation] = parse(`{ ${String(fields)} }`, { noLocation: true }).definitions;
  if (operation?.kind === Kind.OPERATION_DEFINITION) return operation.selectionSet;
  throw new Error(`These are no fields: ${String(fields)}`);
}

import { type Requirement, requirementsReader } from '@nexus/gateway/authorization/requirements';
import { readRules, type SupergraphRules } from '@nexus/gateway/authorization/supergraph-rules';
import { linksOf } from '@nexus/gateway/supergraph/links';
import { type GraphQLNamedType, type GraphQLSchema, isInterfaceType, isIntrospectionType, isObjectType } from 'graphql';
import type { Composed } from '../../change.ts';
import { remembered } from '../reading/remembered.ts';
import { supergraphOf } from '../reading/supergraph.ts';

export type ProtectedGraph = {
  schema: GraphQLSchema;
  /** What stands on a type or a field itself, by coordinate. */
  declared: ReadonlyMap<string, readonly Requirement[]>;
  /** What it really takes to see a field: with what its type, the returned type and implementers ask. */
  rules: SupergraphRules;
};

/** What a supergraph asks of whoever wants to see something of it. */
export const protectedGraphOf = remembered((composed: Composed): ProtectedGraph => {
  const schema = supergraphOf(composed);
  return { schema, declared: declaredIn(schema), rules: readRules(schema) ?? new Map() };
});

function declaredIn(schema: GraphQLSchema): Map<string, readonly Requirement[]> {
  // The reader knows the directives by whatever names they are imported.
  const read = requirementsReader(linksOf(schema)) ?? (() => []);
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
  return new Map(
    types.flatMap((type) => [
      [type.name, read(type)] as const,
      ...fieldsOf(type).map((field) => [`${type.name}.${field.name}`, read(field)] as const),
    ]),
  );
}

const fieldsOf = (type: GraphQLNamedType) =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];

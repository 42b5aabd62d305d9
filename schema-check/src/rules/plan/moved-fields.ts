import type { ConstDirectiveNode } from 'graphql';
import { type GraphQLSchema, isAbstractType, isCompositeType, isInterfaceType, isObjectType, print } from 'graphql';
import type { Operation } from '../../operation.ts';
import { selectedFields } from '../reading/operations.ts';
import { supergraphOf } from '../reading/supergraph.ts';
import type { Versions } from '../reading/versions.ts';

/** Fields, and types by their keys, that other subgraphs resolve than before, or in another way. */
export function movedFields({ base, head }: Versions): Set<string> {
  const before = joinsOf(supergraphOf(base));
  const after = joinsOf(supergraphOf(head));
  return new Set([...before].flatMap(([coordinate, joins]) => (after.get(coordinate) === joins ? [] : [coordinate])));
}

/** The first of the moved fields that an operation selects, or else of the types. */
export function causeOf(operation: Operation, { head }: Versions, moved: ReadonlySet<string>): string | undefined {
  const fields = [...selectedFields(head.api, operation)].flatMap((field) => withImplementers(head.api, field));
  return fields.find((field) => moved.has(field)) ?? fields.map(typeOf).find((type) => moved.has(type));
}

const typeOf = (coordinate: string): string => coordinate.slice(0, coordinate.indexOf('.'));

function withImplementers(schema: GraphQLSchema, coordinate: string): string[] {
  const type = schema.getType(typeOf(coordinate));
  if (!isCompositeType(type) || !isAbstractType(type)) return [coordinate];
  const field = coordinate.slice(coordinate.indexOf('.') + 1);
  return [coordinate, ...schema.getPossibleTypes(type).map(({ name }) => `${name}.${field}`)];
}

/** The directives of the composition on each type and field, which say who resolves it. */
function joinsOf(schema: GraphQLSchema): Map<string, string> {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
  return new Map(
    types.flatMap((type) => [
      [type.name, textOf(type.astNode?.directives)] as const,
      ...Object.values(type.getFields()).map(
        ({ name, astNode }) => [`${type.name}.${name}`, textOf(astNode?.directives)] as const,
      ),
    ]),
  );
}

const textOf = (directives: readonly ConstDirectiveNode[] = []): string =>
  directives
    .filter(({ name }) => name.value.startsWith('join__'))
    .map(print)
    .sort()
    .join(' ');

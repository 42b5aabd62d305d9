import type { ConstDirectiveNode } from 'graphql';
import { type GraphQLSchema, isAbstractType, isCompositeType, isInterfaceType, isObjectType, print } from 'graphql';
import type { Operation } from '../../operation.ts';
import { supergraphOf } from '../reading/supergraph.ts';
import { selectedFields } from '../reading/uses.ts';
import type { Versions } from '../reading/versions.ts';

/** Fields, and types by their keys, that other subgraphs resolve than before, or in another way. */
export type Moved = {
  /** Some subgraph resolves them as before no longer. */
  left: ReadonlySet<string>;
  all: ReadonlySet<string>;
};

/** What a change moved from subgraph to subgraph. */
export function movedFields({ base, head }: Versions): Moved {
  const before = joinsOf(supergraphOf(base));
  const after = joinsOf(supergraphOf(head));
  const stays = (coordinate: string, join: string) => after.get(coordinate)?.includes(join);
  const known = [...before].filter(([coordinate]) => after.has(coordinate));
  const left = known.filter(([coordinate, joins]) => !joins.every((join) => stays(coordinate, join)));
  const joined = known.filter(([coordinate, joins]) => joins.length !== after.get(coordinate)?.length);
  return { left: new Set(left.map(nameOf)), all: new Set([...left, ...joined].map(nameOf)) };
}

const nameOf = ([coordinate]: [string, string[]]): string => coordinate;

/** The first of the moved fields that an operation selects, those first that left a subgraph; else of the types. */
export function causeOf(operation: Operation, { head }: Versions, { left, all }: Moved): string | undefined {
  const fields = [...selectedFields(head.api, operation)].flatMap((field) => withImplementers(head.api, field));
  const types = fields.map(typeOf);
  return (
    [left, all].flatMap((moved) => fields.find((field) => moved.has(field)) ?? [])[0] ??
    types.find((type) => all.has(type))
  );
}

const typeOf = (coordinate: string): string => coordinate.slice(0, coordinate.indexOf('.'));

function withImplementers(schema: GraphQLSchema, coordinate: string): string[] {
  const type = schema.getType(typeOf(coordinate));
  if (!isCompositeType(type) || !isAbstractType(type)) return [coordinate];
  const field = coordinate.slice(coordinate.indexOf('.') + 1);
  return [coordinate, ...schema.getPossibleTypes(type).map(({ name }) => `${name}.${field}`)];
}

/** The directives of the composition on each type and field, which say who resolves it. */
function joinsOf(schema: GraphQLSchema): Map<string, string[]> {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
  return new Map(
    types.flatMap((type) => [
      [type.name, textsOf(type.astNode?.directives)] as const,
      ...Object.values(type.getFields()).map(
        ({ name, astNode }) => [`${type.name}.${name}`, textsOf(astNode?.directives)] as const,
      ),
    ]),
  );
}

const textsOf = (directives: readonly ConstDirectiveNode[] = []): string[] =>
  directives.filter(({ name }) => name.value.startsWith('join__')).map(print);

import {
  defaultFieldResolver,
  type ExecutionResult,
  execute,
  type FieldDefinitionNode,
  type GraphQLFieldResolver,
  Kind,
  parse,
} from 'graphql';
import { type Federation, seenBy } from './federation.ts';
import { answerOf, type Executor } from './operation.ts';
import type { Thing } from './test-graph.ts';

type Owners = ReadonlyMap<string, ReadonlySet<string>>;

const directive = (field: FieldDefinitionNode, name: string) =>
  field.directives?.find((one) => one.name.value.replace('federation__', '') === name);

/** From which subgraph a field has moved away for all. */
function oldOwner(field: FieldDefinitionNode): string | undefined {
  const given = directive(field, 'override')?.arguments ?? [];
  const from = given.find(({ name }) => name.value === 'from')?.value;
  return given.length === 1 && from?.kind === Kind.STRING ? from.value : undefined;
}

/** Which subgraphs resolve a field, by `Type.field`. */
function fieldOwners({ graph }: Federation): Owners {
  const fields = Object.entries(graph.subgraphs).flatMap(([subgraph, sdl]) =>
    parse(sdl).definitions.flatMap((node) => {
      const isType = 'fields' in node && 'name' in node && node.name;
      const defined = isType ? (node.fields ?? []).filter((field) => field.kind === Kind.FIELD_DEFINITION) : [];
      return defined.map((field) => ({
        subgraph,
        field,
        coordinate: `${isType ? node.name?.value : ''}.${field.name.value}`,
      }));
    }),
  );
  const owners = new Map<string, Set<string>>();
  for (const { subgraph, field, coordinate } of fields) {
    if (directive(field, 'external')) continue;
    owners.set(coordinate, (owners.get(coordinate) ?? new Set()).add(subgraph));
  }
  for (const { field, coordinate } of fields) owners.get(coordinate)?.delete(oldOwner(field) ?? '');
  return owners;
}

function fieldResolver(owners: Owners): GraphQLFieldResolver<Thing, unknown> {
  return (...asked) => {
    const [thing, , , info] = asked;
    // Fields that an interface object adds are known by the interface only.
    const types = [info.parentType, ...info.parentType.getInterfaces()];
    const known = types.map(({ name }) => owners.get(`${name}.${info.fieldName}`));
    const subgraphs = [...(known.find((one) => one !== undefined) ?? [])];
    const present = seenBy(subgraphs, thing);
    if (present instanceof Error) throw present;
    return present === null ? null : seenBy(subgraphs, defaultFieldResolver(...asked));
  };
}

/** The same data behind one schema without any federation: what the GraphQL specification says the answer is. */
export function createMonolith(federation: Federation): Executor {
  const resolver = fieldResolver(fieldOwners(federation));
  return async ({ document, variables }) => {
    const world = federation.graph.world();
    const isMutation = document.definitions.some((node) => 'operation' in node && node.operation === 'mutation');
    const result: ExecutionResult = await execute({
      schema: federation.apiSchema,
      document,
      rootValue: isMutation ? world.mutation : world.query,
      variableValues: variables,
      fieldResolver: resolver,
    });
    return answerOf(result);
  };
}

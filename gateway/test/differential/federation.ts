import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import {
  type DocumentNode,
  defaultFieldResolver,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import { asKnownTo, findEntity, keysOf } from './find-entity.ts';
import type { TestGraph, Thing, World } from './test-graph.ts';

/** A request to one subgraph. */
export type SubgraphCall = {
  subgraph: string;
  text: string;
  variables: Readonly<Record<string, unknown>>;
  world: World;
};

/** A test graph composed, with subgraphs that answer from memory. */
export type Federation = {
  graph: TestGraph;
  supergraphSdl: string;
  apiSchema: GraphQLSchema;
  schemas: ReadonlyMap<string, GraphQLSchema>;
  /** Parses a text only once, and returns an answer as it comes off a wire. */
  ask: (call: SubgraphCall) => Promise<ExecutionResult>;
};

type Context = { world: World };

/** The exception of a thing that breaks a subgraph, null for one that is not in it, undefined for one that is. */
function absence(thing: Thing, subgraph: string): Error | null | undefined {
  const failure = (thing.failsIn as Readonly<Record<string, string>> | undefined)?.[subgraph];
  if (failure !== undefined) return new Error(failure);
  return (thing.absentIn as readonly string[] | undefined)?.includes(subgraph) ? null : undefined;
}

/** What subgraphs that all own a field make of its value: nothing of things that are in none of them. */
export function seenBy(subgraphs: readonly string[], value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => seenBy(subgraphs, item));
  if (typeof value !== 'object' || value === null || subgraphs.length === 0) return value;
  const absences = subgraphs.map((subgraph) => absence(value as Thing, subgraph));
  if (absences.some((absent) => absent === undefined)) return value;
  return absences.find((absent) => absent !== null) ?? null;
}

function entityResolvers(subgraph: string, schema: GraphQLSchema, apiSchema: () => GraphQLSchema) {
  const isOf = (typename: string, thing: Thing): boolean => {
    if (thing.__typename === typename) return true;
    const [abstract, concrete] = [apiSchema().getType(typename), apiSchema().getType(String(thing.__typename))];
    return isInterfaceType(abstract) && isObjectType(concrete) && apiSchema().isSubType(abstract, concrete);
  };
  const entities = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .filter((type) => keysOf(type).length > 0);
  return entities.map((type) => {
    const resolve = (reference: Thing, { world }: Context) => {
      const thing = findEntity(
        world.entities.filter((one) => isOf(type.name, one)),
        type,
        reference,
      );
      if (!thing) return null;
      const absent = absence(thing, subgraph);
      if (absent !== undefined) return absent;
      const known = asKnownTo(schema, type, { thing, reference });
      return isInterfaceType(type) ? known : { ...known, __typename: type.name };
    };
    return [type.name, { __resolveReference: resolve }] as const;
  });
}

function buildSubgraph(subgraph: string, sdl: string, apiSchema: () => GraphQLSchema): GraphQLSchema {
  const typeDefs = parse(sdl);
  const resolvers = entityResolvers(subgraph, buildSubgraphSchema([{ typeDefs }]), apiSchema);
  return buildSubgraphSchema([{ typeDefs, resolvers: Object.fromEntries(resolvers) as GraphQLResolverMap }]);
}

type Checked = { document: DocumentNode; errors: readonly GraphQLError[] };

/** Parses and validates each text only once. */
function createCheck() {
  const checked = new Map<string, Checked>();
  return (schema: GraphQLSchema, { subgraph, text }: SubgraphCall): Checked => {
    const known = checked.get(subgraph + text);
    if (known) return known;
    const document = parse(text, { noLocation: true });
    const made = { document, errors: validate(schema, document) };
    checked.set(subgraph + text, made);
    return made;
  };
}

const isMutation = ({ definitions }: DocumentNode): boolean =>
  definitions.some((node) => 'operation' in node && node.operation === OperationTypeNode.MUTATION);

function answerer(graph: TestGraph, schemas: ReadonlyMap<string, GraphQLSchema>): Federation['ask'] {
  const check = createCheck();
  return async (call) => {
    const schema = schemas.get(call.subgraph);
    if (!schema) throw new Error(`There is no subgraph ${call.subgraph}`);
    const { document, errors } = check(schema, call);
    const result = await execute({
      schema,
      document,
      rootValue: isMutation(document) ? call.world.mutation : call.world.query,
      contextValue: { world: call.world } satisfies Context,
      fieldResolver: (...asked) => seenBy([call.subgraph], defaultFieldResolver(...asked)),
      // A wire has no functions and shares no objects.
      variableValues: JSON.parse(JSON.stringify(call.variables)),
    });
    const sent: ExecutionResult = JSON.parse(JSON.stringify(errors.length > 0 ? { errors } : result));
    const manners = graph.manners?.[call.subgraph];
    return manners ? (manners(sent, call.text) as ExecutionResult) : sent; // bad manners are the point
  };
}

/** Composes the subgraphs of a test graph; throws what composition says. */
export function federate(graph: TestGraph): Federation {
  const services = Object.entries(graph.subgraphs).map(([name, sdl]) => ({
    name,
    url: `http://${name}.test/graphql`,
    typeDefs: parse(sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(`${graph.name} does not compose: ${errors.join('\n')}`);
  const apiSchema = Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
  const schemas = new Map(
    Object.entries(graph.subgraphs).map(([name, sdl]) => [name, buildSubgraph(name, sdl, () => apiSchema)]),
  );
  return { graph, supergraphSdl, apiSchema, schemas, ask: answerer(graph, schemas) };
}

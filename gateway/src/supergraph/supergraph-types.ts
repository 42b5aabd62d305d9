import {
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  type OperationTypeNode,
} from 'graphql';

export type RootNames = Readonly<Record<`${OperationTypeNode}`, string | undefined>>;

/** What it takes to know of the types of a supergraph to execute plans, with those that clients do not see. */
export type SupergraphTypes = {
  roots: RootNames;
  objects: ReadonlySet<string>;
  /** Scalars and enums. */
  leaves: ReadonlySet<string>;
  /** The members of each union, the implementations of each interface. */
  subtypes: ReadonlyMap<string, ReadonlySet<string>>;
  /** The type that a field of an object returns, or lists of it, by coordinate: `Type.field`. */
  returned: ReadonlyMap<string, string>;
};

/** Reads the types of a supergraph. */
export function readTypes(schema: GraphQLSchema): SupergraphTypes {
  const types = Object.values(schema.getTypeMap());
  const objects = types.filter(isObjectType);
  const subtypesOf = (type: GraphQLAbstractType) =>
    isInterfaceType(type) ? Object.values(schema.getImplementations(type)).flat() : type.getTypes();
  return {
    roots: rootNames(schema),
    objects: namesOf(objects),
    leaves: namesOf(types.filter(isLeafType)),
    subtypes: new Map(types.filter(isAbstractType).map((type) => [type.name, namesOf(subtypesOf(type))])),
    returned: new Map(objects.flatMap(returnedBy)),
  };
}

export const rootNames = (schema: GraphQLSchema): RootNames => ({
  query: schema.getQueryType()?.name,
  mutation: schema.getMutationType()?.name,
  subscription: schema.getSubscriptionType()?.name,
});

const returnedBy = (object: GraphQLObjectType): [coordinate: string, type: string][] =>
  Object.values(object.getFields()).map(({ name, type }) => [`${object.name}.${name}`, getNamedType(type).name]);

const namesOf = (types: readonly { name: string }[]): Set<string> => new Set(types.map(({ name }) => name));

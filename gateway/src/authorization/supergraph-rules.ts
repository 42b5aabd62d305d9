import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  TypeNameMetaFieldDef,
} from 'graphql';
import { directiveName, linksOf } from '../supergraph/links.ts';
import { checkProtections } from './protections.ts';
import { type Requirement, type RequirementsReader, requirementsReader } from './requirements.ts';

const JOIN = 'https://specs.apollo.dev/join';

/**
 * What it takes to see a field that is selected on a type, by coordinate, `Type.field` or `Type.__typename`: all of it, in
 * no particular order. What is not there takes nothing.
 */
export type SupergraphRules = ReadonlyMap<string, readonly Requirement[]>;

type ProtectedSchema = {
  schema: GraphQLSchema;
  requirementsOf: (element: object) => readonly Requirement[];
  /** The directive that says which subgraph resolves a field. */
  joinField: string | undefined;
};

/**
 * The rules of a supergraph; undefined when it links none of the authorization directives, a reason is thrown when it
 * links protections that are not enforced. A field takes what stands on it, on its parent and on the type it returns;
 * on an interface also what any implementer asks, for what an object will be is not known before it is fetched.
 */
export function readRules(schema: GraphQLSchema): SupergraphRules | undefined {
  const links = linksOf(schema);
  checkProtections(links);
  const read = requirementsReader(links);
  if (!read) return undefined;

  const requirements = readAll(schema, read);
  const join = links.find(({ identity }) => identity === JOIN);
  const supergraph = {
    schema,
    requirementsOf: (element: object) => requirements.get(element) ?? [],
    joinField: join && directiveName(join, 'field'),
  };
  const rules = new Map<string, readonly Requirement[]>();
  for (const type of Object.values(schema.getTypeMap())) {
    // Introspection tells of the schema, never of data.
    if (!isCompositeType(type) || isIntrospectionType(type)) continue;
    for (const field of [TypeNameMetaFieldDef.name, ...Object.keys(fieldsOf(type))]) {
      const required = new Set(rulesOf(supergraph, type, field));
      if (required.size > 0) rules.set(`${type.name}.${field}`, [...required]);
    }
  }
  return rules;
}

/** All of them, so that what cannot be understood refuses the supergraph and not, later, a request. */
function readAll(schema: GraphQLSchema, read: RequirementsReader): Map<object, readonly Requirement[]> {
  const elements = Object.values(schema.getTypeMap()).flatMap((type) => [type, ...Object.values(fieldsOf(type))]);
  const readings = elements.map((element) => [element, read(element)] as const);
  return new Map(readings.filter(([, requirements]) => requirements.length > 0));
}

function rulesOf(supergraph: ProtectedSchema, parent: GraphQLCompositeType, field: string): Requirement[] {
  if (field === TypeNameMetaFieldDef.name) return ofType(supergraph, parent);
  const types = isInterfaceType(parent) ? [parent, ...supergraph.schema.getPossibleTypes(parent)] : [parent];
  return types.flatMap((type) => ofField(supergraph, type, field));
}

function ofField(supergraph: ProtectedSchema, parent: GraphQLNamedType, name: string): Requirement[] {
  const field = fieldsOf(parent)[name];
  if (field === undefined) throw new Error(`The supergraph has no field ${parent.name}.${name}.`);
  return [
    ...supergraph.requirementsOf(field),
    ...inherited(supergraph, parent, field),
    ...ofType(supergraph, parent),
    ...ofType(supergraph, getNamedType(field.type)),
  ];
}

/** A type whose every possible object is protected in the same way is so itself: unions bear no directives. */
function ofType({ schema, requirementsOf }: ProtectedSchema, type: GraphQLNamedType): Requirement[] {
  const own = requirementsOf(type);
  if (!isAbstractType(type)) return [...own];
  const [first = [], ...others] = schema.getPossibleTypes(type).map(requirementsOf);
  return [...own, ...first.filter((requirement) => others.every((other) => other.includes(requirement)))];
}

/** Trap: composition before 2.12.1 copied the fields of an `@interfaceObject` to the implementers without their rules. */
function inherited(supergraph: ProtectedSchema, parent: GraphQLNamedType, field: GraphQLField<unknown, unknown>) {
  const isCopy = field.astNode?.directives?.some(
    ({ name, arguments: given = [] }) => name.value === supergraph.joinField && given.length === 0,
  );
  if (!isCopy || !isObjectType(parent)) return [];
  return parent.getInterfaces().flatMap((type) => {
    const original = fieldsOf(type)[field.name];
    return original ? supergraph.requirementsOf(original) : [];
  });
}

const fieldsOf = (type: GraphQLNamedType) => (isObjectType(type) || isInterfaceType(type) ? type.getFields() : {});

import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  isIntrospectionType,
  isObjectType,
} from 'graphql';

/** Refuses, by throwing, who may not have a field of an object; says nothing when they may. */
export type Guard<Context = unknown> = (object: unknown, context: Context) => void;

/** What is asked before each field, by coordinate (`Post.text`); null where loaders and services see to it. */
export type Guards = Readonly<Record<string, Guard<never> | null>>;

/** Puts its guard before every field of a schema; a field that has no entry is a bug of the start. */
export function guardFields(schema: GraphQLSchema, guards: Guards): void {
  for (const [coordinate, field] of fieldsOf(schema)) {
    const guard = guards[coordinate];
    if (guard === undefined) throw new Error(`Who may have ${coordinate}? It has no rule.`);
    // The context is the subgraph's own, and so are the guards.
    if (guard) field.resolve = guarded(guard as Guard, field.resolve ?? defaultFieldResolver);
  }
}

type Resolver = GraphQLFieldResolver<unknown, unknown>;

function guarded(guard: Guard, resolve: Resolver): Resolver {
  return (...asked) => {
    const [object, , context] = asked;
    guard(object, context);
    return resolve(...asked);
  };
}

type Field = GraphQLField<unknown, unknown>;

/** The fields of a subgraph's own objects: not introspection, and not what Federation asks. */
export function fieldsOf(schema: GraphQLSchema): [coordinate: string, field: Field][] {
  const types = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !isIntrospectionType(type) && !type.name.startsWith('_'),
  );
  return types.flatMap((type) =>
    Object.values(type.getFields())
      .filter(({ name }) => !name.startsWith('_'))
      .map((field): [string, Field] => [`${type.name}.${field.name}`, field]),
  );
}

import { type GraphQLField, type GraphQLSchema, getNamedType, isInterfaceType, isObjectType } from 'graphql';

/** The field at `Type.field`; undefined when there is none. */
export function fieldAt(schema: GraphQLSchema, coordinate: string): GraphQLField<unknown, unknown> | undefined {
  const [typeName = '', fieldName = ''] = coordinate.split('.');
  const type = schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
}

/** The name of the type that the field at `Type.field` returns, or lists of it. */
export const namedTypeAt = (schema: GraphQLSchema, coordinate: string): string | undefined => {
  const field = fieldAt(schema, coordinate);
  return field && getNamedType(field.type).name;
};

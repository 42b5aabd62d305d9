import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

const COORDINATE = /^(?<type>\w+)\.(?<member>\w+)(?:\((?<argument>\w+):\))?$/;

/** Whether a schema has a field, argument, input field or enum value. */
export function hasElement(schema: GraphQLSchema, coordinate: string): boolean {
  const { type: typeName = '', member = '', argument } = COORDINATE.exec(coordinate)?.groups ?? {};
  const type = schema.getType(typeName);
  if (isEnumType(type)) return type.getValue(member) !== undefined && type.getValue(member) !== null;
  if (isInputObjectType(type)) return member in type.getFields();
  if (!isObjectType(type) && !isInterfaceType(type)) return false;
  const field = type.getFields()[member];
  return field !== undefined && (argument === undefined || field.args.some(({ name }) => name === argument));
}

import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** What a client may give: an argument of a field, or a field of an input type. */
export type InputElement = { coordinate: string; owner: string; element: GraphQLArgument | GraphQLInputField };

/** All arguments and input fields of a schema, by coordinate. */
export function inputElements(schema: GraphQLSchema): Map<string, InputElement> {
  const elements = Object.values(schema.getTypeMap()).flatMap((type): InputElement[] => {
    if (isInputObjectType(type)) {
      return Object.values(type.getFields()).map((element) => ({
        coordinate: `${type.name}.${element.name}`,
        owner: type.name,
        element,
      }));
    }
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => {
      const owner = `${type.name}.${field.name}`;
      return field.args.map((element) => ({ coordinate: `${owner}(${element.name}:)`, owner, element }));
    });
  });
  return new Map(elements.map((element) => [element.coordinate, element]));
}

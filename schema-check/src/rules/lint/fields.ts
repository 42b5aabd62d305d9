import { type FieldDefinitionNode, Kind, type TypeNode } from 'graphql';
import type { Element, TypeNode as TypeElement } from '../reading/elements.ts';

/** The name of a type without its list and `!`. */
export const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);

/** Whether a type is a list, `!` or not. */
export const isList = (type: TypeNode): boolean =>
  type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));

/** The field of an output type that an element is; undefined when it is something else. */
export const outputField = ({ node }: Element): FieldDefinitionNode | undefined =>
  node.kind === Kind.FIELD_DEFINITION ? node : undefined;

/** The fields of an object or interface type, by name. */
export function fieldsOf(type: TypeElement): Map<string, FieldDefinitionNode> {
  const fields = 'fields' in type ? (type.fields ?? []) : [];
  return new Map(
    fields.flatMap((field) => (field.kind === Kind.FIELD_DEFINITION ? [[field.name.value, field] as const] : [])),
  );
}

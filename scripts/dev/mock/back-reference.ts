import { type GraphQLObjectType, getNullableType } from 'graphql';
import { type Facts, keyOf, type Mocked } from './facts.ts';

/**
 * What is listed below an object is of that object: a comment below a post has it as its `post`. So it is where one field
 * of the item, and no other, is an object of the owner's type.
 */
export function backReference(item: GraphQLObjectType, owner: Mocked, ownerType: GraphQLObjectType): Facts {
  if (item === ownerType || keyOf(ownerType).length === 0) return {};
  const back = Object.values(item.getFields()).filter(
    ({ type, args }) => args.length === 0 && getNullableType(type) === ownerType,
  );
  const [field, ...others] = back;
  return field && others.length === 0 ? { [field.name]: owner } : {};
}

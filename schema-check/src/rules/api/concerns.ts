import type { Change as Difference } from '@graphql-inspector/core';
import type { Listener } from './audience.ts';
import { coordinateOf, ownerOf } from './coordinate-of.ts';

type Concern = (difference: Difference, listener: Listener) => boolean;

/** Whether an operation notices a difference: not always by using what is different. */
export function concerns(difference: Difference, listener: Listener): boolean {
  const concern = CONCERNS[difference.type] ?? usesIt;
  return concern(difference, listener);
}

const usesIt: Concern = (difference, { uses }) => uses(coordinateOf(difference));
const usesItsOwner: Concern = (difference, { uses }) => uses(ownerOf(difference));

/** The language says whether what an operation gives, or leaves out, is still accepted. */
const isRefusedThere: Concern = (difference, listener) =>
  usesItsOwner(difference, listener) && listener.refusal() !== undefined;

const reliesOnDefault: Concern = (difference, listener) =>
  usesItsOwner(difference, listener) && !usesIt(difference, listener);

/** What a variable holds is not known. */
const mayGiveIt: Concern = (difference, listener) =>
  listener.givesInVariables(ownerOf(difference)) || isRefusedThere(difference, listener);

const CONCERNS: Readonly<Record<string, Concern>> = {
  FIELD_ARGUMENT_ADDED: usesItsOwner,
  FIELD_ARGUMENT_TYPE_CHANGED: isRefusedThere,
  FIELD_ARGUMENT_DEFAULT_CHANGED: reliesOnDefault,
  INPUT_FIELD_ADDED: usesItsOwner,
  INPUT_FIELD_TYPE_CHANGED: mayGiveIt,
  INPUT_FIELD_DEFAULT_VALUE_CHANGED: usesItsOwner,
  ENUM_VALUE_ADDED: (difference, { isAnsweredWith }) => isAnsweredWith(ownerOf(difference)),
  UNION_MEMBER_REMOVED: (difference, listener) =>
    usesIt(difference, listener) && listener.uses(difference.meta.removedUnionMemberTypeName),
  // Who asks for the interface meets a type more; who asks for the type knows it.
  OBJECT_TYPE_INTERFACE_ADDED: (difference, { uses }) => uses(difference.meta.addedInterfaceName),
  OBJECT_TYPE_INTERFACE_REMOVED: (difference, listener) =>
    usesIt(difference, listener) && listener.uses(difference.meta.removedInterfaceName),
  DIRECTIVE_ARGUMENT_ADDED: (difference, { uses }) => uses(difference.path),
};

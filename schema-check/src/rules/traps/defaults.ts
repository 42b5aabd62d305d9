import { isInputObjectType, isNonNullType, isRequiredArgument } from 'graphql';
import { usersOf } from '../reading/uses.ts';
import { tell } from '../tell.ts';
import { inputElements } from './input-elements.ts';
import type { Trap } from './traps.ts';

/** A required input that has lost its default: who has left it out so far is refused. */
export const removedDefaults: Trap = ({ versions, operations, ...change }) => {
  const before = inputElements(versions.base.api);
  return [...inputElements(versions.head.api).values()].flatMap(({ coordinate, owner, element }) => {
    const known = before.get(coordinate);
    const hadDefault = known !== undefined && isNonNullType(known.element.type) && !isRequiredArgument(known.element);
    if (!hadDefault || !isRequiredArgument(element)) return [];
    // Operations that leave out an argument are refused as a whole, which is told of the API. Variables hide the rest.
    const isInput = isInputObjectType(versions.head.api.getType(owner));
    const users = usersOf(versions.base.api, operations, ({ inVariables }) => isInput && inVariables.has(owner));
    return tell(change, {
      code: 'DEFAULT_REMOVED_FROM_REQUIRED',
      severity: users.length > 0 ? 'error' : 'warning',
      message: `${coordinate} has no default any more and must be given: who leaves it out is refused.`,
      remedy: 'Keep the default, or make it nullable.',
      coordinate,
      operations: users,
    });
  });
};

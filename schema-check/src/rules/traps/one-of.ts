import { isInputObjectType } from 'graphql';
import { usersOf } from '../reading/uses.ts';
import { tell } from '../tell.ts';
import type { Trap } from './traps.ts';

/** An input of which exactly one field may be given from now on. */
export const newlyOneOf: Trap = ({ versions: { base, head }, operations, ...change }) =>
  Object.values(head.api.getTypeMap()).flatMap((type) => {
    const before = base.api.getType(type.name);
    if (!isInputObjectType(type) || !isInputObjectType(before) || !type.isOneOf || before.isOneOf) return [];
    const users = usersOf(
      base.api,
      operations,
      ({ inVariables, coordinates }) => inVariables.has(type.name) || coordinates.has(type.name),
    );
    return tell(change, {
      code: 'INPUT_BECAME_ONE_OF',
      severity: users.length > 0 ? 'error' : 'warning',
      message: `${type.name} is @oneOf now: who gives none of its fields, or two, is refused.`,
      remedy: 'Offer a new input type with @oneOf beside this one.',
      coordinate: type.name,
      operations: users,
    });
  });

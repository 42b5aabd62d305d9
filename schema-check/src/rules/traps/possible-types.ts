import { isInterfaceType } from 'graphql';
import { usersOf } from '../reading/uses.ts';
import { tell } from '../tell.ts';
import type { Trap } from './traps.ts';

/** A new type among those that an interface may be: clients meet a `__typename` for which they have no case. */
export const newPossibleTypes: Trap = ({ versions: { base, head }, operations, ...change }) =>
  Object.values(head.api.getTypeMap()).flatMap((type) => {
    const before = base.api.getType(type.name);
    if (!isInterfaceType(type) || !isInterfaceType(before)) return [];
    const users = usersOf(base.api, operations, ({ coordinates }) => coordinates.has(type.name));
    // Those that existed are told of by the diff of the API.
    const added = head.api.getPossibleTypes(type).filter(({ name }) => base.api.getType(name) === undefined);
    return added.map(({ name }) =>
      tell(change, {
        code: 'POSSIBLE_TYPE_ADDED',
        severity: users.length > 0 ? 'warning' : 'notice',
        message: `${type.name} may be a ${name} from now on, for which clients that tell types apart have no case.`,
        remedy: `Make sure that clients show a ${type.name} that they do not know before any ${name} is answered.`,
        coordinate: name,
        operations: users,
      }),
    );
  });

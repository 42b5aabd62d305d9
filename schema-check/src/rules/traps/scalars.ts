import { isScalarType } from 'graphql';
import { usersOf } from '../reading/uses.ts';
import { tell } from '../tell.ts';
import type { Trap } from './traps.ts';

/** A scalar whose text is of another format now: clients that parse it have been written for the old one. */
export const changedScalars: Trap = ({ versions: { base, head }, operations, ...change }) =>
  Object.values(head.api.getTypeMap()).flatMap((type) => {
    const before = base.api.getType(type.name);
    if (!isScalarType(type) || !isScalarType(before)) return [];
    const [was, is] = [before.specifiedByURL ?? undefined, type.specifiedByURL ?? undefined];
    if (was === undefined || was === is) return [];
    return tell(change, {
      code: 'SCALAR_SPECIFICATION_CHANGED',
      severity: 'warning',
      message: `${type.name} was specified by ${was} and is now by ${is ?? 'nothing'}.`,
      remedy: 'Offer the new format as a scalar of another name, unless every value of it is one of the old.',
      coordinate: type.name,
      operations: usersOf(base.api, operations, ({ coordinates }) => coordinates.has(type.name)),
    });
  });

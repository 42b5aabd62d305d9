import { isNonNullType, Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { Operation } from '../../operation.ts';
import { definitionOf } from '../reading/operations.ts';
import type { Versions } from '../reading/versions.ts';
import { tell } from '../tell.ts';
import { inputElements } from './input-elements.ts';
import type { Trap } from './traps.ts';

/** Trap: `Int! = 20` accepts a nullable variable, so that the operation stays valid, but not the null that it may hold. */
export const refusedNulls: Trap = ({ versions, operations, ...change }) => {
  const before = inputElements(versions.base.api);
  return [...inputElements(versions.head.api).values()].flatMap(({ coordinate, element }) => {
    const known = before.get(coordinate);
    const isStricter = known && !isNonNullType(known.element.type) && isNonNullType(element.type);
    if (!isStricter || element.defaultValue === undefined) return [];
    const users = operations.filter((operation) => mayGiveNull(operation, coordinate, versions));
    return tell(change, {
      code: 'NULL_REFUSED',
      severity: users.length > 0 ? 'warning' : 'notice',
      message: `${coordinate} takes null no longer; left out it is ${JSON.stringify(element.defaultValue)}.`,
      remedy:
        'Make sure that clients leave it out instead of sending null, or keep it nullable and read null as the default.',
      coordinate,
      operations: users,
    });
  });
};

function mayGiveNull(operation: Operation, coordinate: string, { base }: Versions): boolean {
  const nullable = new Set(
    definitionOf(operation)
      ?.variableDefinitions?.filter(({ type }) => type.kind !== Kind.NON_NULL_TYPE)
      .map(({ variable }) => variable.name.value),
  );
  const types = new TypeInfo(base.api);
  let isGiven = false;
  visit(
    operation.document,
    visitWithTypeInfo(types, {
      Argument({ name, value }) {
        const owner = `${types.getParentType()?.name}.${types.getFieldDef()?.name}`;
        if (`${owner}(${name.value}:)` !== coordinate) return;
        isGiven ||= value.kind === Kind.VARIABLE && nullable.has(value.name.value);
      },
    }),
  );
  return isGiven;
}

import { Kind, print } from 'graphql';
import { fieldsOf, isList, namedType, outputField } from './fields.ts';
import type { Complaint, Lint } from './lint.ts';

/** Pages are Relay connections, so that any client knows how to read on. */
export const connections: Lint = (element) => {
  const { node, type, coordinate } = element;
  const field = outputField(element);
  if (field && namedType(field.type).endsWith('Connection')) {
    const names = (field.arguments ?? []).map(({ name }) => name.value);
    const isPaged = (names.includes('first') && names.includes('after')) || names.includes('last');
    return isPaged ? [] : [complaint(`${coordinate} returns a connection but takes no first and after.`, 'Add both.')];
  }
  if (node !== type || type.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
  const fields = fieldsOf(type);
  const has = (name: string, words: RegExp) => words.test(print(fields.get(name)?.type ?? NOTHING));
  if (coordinate.endsWith('Connection')) {
    const edges = fields.get('edges');
    if (edges && isList(edges.type) && namedType(edges.type).endsWith('Edge') && has('pageInfo', /^PageInfo!$/))
      return [];
    return [
      complaint(`${coordinate} is no Relay connection.`, 'Give it edges: [SomethingEdge!]! and pageInfo: PageInfo!.'),
    ];
  }
  if (!coordinate.endsWith('Edge') || (fields.has('node') && has('cursor', /^String!?$/))) return [];
  return [complaint(`${coordinate} is no Relay edge.`, 'Give it cursor: String! and a node.')];
};

const NOTHING = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'Nothing' } } as const;

const complaint = (message: string, remedy: string): Complaint => ({
  code: 'LINT_CONNECTION',
  severity: 'warning',
  message,
  remedy,
});

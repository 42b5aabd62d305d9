import { Kind, print } from 'graphql';
import { fieldsOf, namedType, outputField } from './fields.ts';
import type { Complaint, Lint } from './lint.ts';

/** A mutation takes one input and returns its payload, which says in userErrors what a person can fix. */
export const mutations: Lint = (element) => {
  const { node, type, coordinate } = element;
  const field = outputField(element);
  if (field && type.name.value === 'Mutation') {
    const [input, ...more] = field.arguments ?? [];
    const takesInput = !input || (input.name.value === 'input' && print(input.type).endsWith('Input!'));
    return [
      ...(takesInput && more.length === 0
        ? []
        : [complaint(`${coordinate} does not take one input.`, 'Take a single argument, input: SomethingInput!.')]),
      ...(namedType(field.type).endsWith('Payload')
        ? []
        : [complaint(`${coordinate} does not return a payload.`, 'Return a type of its own, SomethingPayload!.')]),
    ];
  }
  if (node !== type || type.kind !== Kind.OBJECT_TYPE_DEFINITION || !coordinate.endsWith('Payload')) return [];
  const errors = fieldsOf(type).get('userErrors');
  if (errors && print(errors.type) === '[UserError!]!') return [];
  return [complaint(`${coordinate} does not say why it was refused.`, 'Add userErrors: [UserError!]!.')];
};

const complaint = (message: string, remedy: string): Complaint => ({
  code: 'LINT_MUTATION',
  severity: 'warning',
  message,
  remedy,
});

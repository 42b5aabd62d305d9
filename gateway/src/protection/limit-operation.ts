import type { ApolloServerPlugin, BaseContext, GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import { GraphQLError, getVariableValues, Kind, OperationTypeNode } from 'graphql';
import { countItems } from './count-items.ts';
import { MAX_CHANGES, MAX_ITEMS } from './limits.ts';
import { type Asked, type Selections, selectedFields } from './selected-fields.ts';

/** Refuses with OPERATION_TOO_LARGE, before anything is executed, what asks for too many items or changes at once. */
export function limitOperation(oncePerOperation: readonly string[]): ApolloServerPlugin<BaseContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation(context) {
          const asked = readAsked(context);
          const on = context.operation && context.schema.getRootType(context.operation.operation);
          // The executor refuses these in its own words.
          if (!asked || !on || !context.operation) return;
          const root = { on, set: context.operation.selectionSet };
          if (context.operation.operation === OperationTypeNode.MUTATION) limitChanges(root, asked, oncePerOperation);
          limitItems(root, asked);
        },
      };
    },
  };
}

function readAsked(context: GraphQLRequestContextDidResolveOperation<BaseContext>): Asked | undefined {
  const { schema, document, operation, request } = context;
  const { coerced } = getVariableValues(schema, operation?.variableDefinitions ?? [], request.variables ?? {});
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return coerced && { schema, fragments: new Map(fragments.map((one) => [one.name.value, one])), variables: coerced };
}

function limitItems(root: Selections, asked: Asked): void {
  if (countItems([root], asked) <= MAX_ITEMS) return;
  throw tooLarge(
    `This operation asks for more than ${MAX_ITEMS} items, each page taken as full. Ask for shorter pages.`,
  );
}

function limitChanges(root: Selections, asked: Asked, oncePerOperation: readonly string[]): void {
  const names = selectedFields([root], asked).map(([field]) => field?.node.name.value);
  if (names.length > MAX_CHANGES) {
    throw tooLarge(`A mutation has at most ${MAX_CHANGES} fields, this one has ${names.length}. Send several.`);
  }
  const repeated = oncePerOperation.find((once) => names.filter((name) => name === once).length > 1);
  if (repeated) throw tooLarge(`An operation has ${repeated} at most once.`);
}

function tooLarge(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'OPERATION_TOO_LARGE', http: { status: 400 } } });
}

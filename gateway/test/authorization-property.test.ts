import fc from 'fast-check';
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  validate,
} from 'graphql';
import { expect, test } from 'vitest';
import { fragmentsOf } from '../src/document/fragments.ts';
import { compose, type ProtectedGraph, permitted, protect, withoutInheritance } from './authorization-graph.ts';
import { writeQuery } from './authorization-random.ts';
import { choices, credentialsOf, may, RULED, type Somebody, somebody } from './authorization-ruled.ts';

const SDL = compose(...RULED);

const GRAPHS = {
  'as composed today': protect(SDL),
  'as composed before interfaces inherited': protect(
    ['authenticated', 'requiresScopes', 'policy'].reduce(withoutInheritance, SDL),
  ),
};

test.each(Object.entries(GRAPHS))(
  'no operation shows anybody what is not for them: a graph %s',
  async (_, graph) => {
    let refusals = 0;
    const property = fc.asyncProperty(choices, somebody, async (choices, by) => {
      const query = writeQuery(graph.schema, choices);
      fc.pre(validate(graph.schema, parse(query)).length === 0);
      const operation = await permitted(graph, query, credentialsOf(by));
      if (!operation) {
        expect(refusedIn(graph, parse(query), by)).toEqual([]);
        return;
      }
      refusals += 1;
      expect(operation.errors({ yes: true, no: false })).not.toEqual([]);
      if (!operation.document) return;
      expect(validate(graph.schema, parse(print(operation.document)))).toEqual([]);
      expect(refusedIn(graph, operation.document, by)).toEqual([]);
      expect(leavesOf(operation.document)).toEqual(leavesOf(parse(query), operation.withheld));
    });
    await fc.assert(property, { numRuns: 1_500 });
    expect(refusals).toBeGreaterThan(500);
  },
  60_000,
);

test('who may see everything sees everything', async () => {
  const all = credentialsOf({ isAuthenticated: true, scopes: ['a', 'b'], policies: ['p', 'q'] });
  for (const graph of Object.values(GRAPHS)) {
    const property = fc.asyncProperty(choices, async (choices) => {
      const query = writeQuery(graph.schema, choices);
      fc.pre(validate(graph.schema, parse(query)).length === 0);
      expect(await permitted(graph, query, all)).toBeUndefined();
    });
    await fc.assert(property, { numRuns: 500 });
  }
});

/** The coordinates that an operation reads, of whatever objects it may come upon, and that are not for somebody. */
function refusedIn({ schema }: ProtectedGraph, document: DocumentNode, by: Somebody): string[] {
  const refused = new Set<string>();
  const fragments = fragmentsOf(document);
  const runtimeTypes = (name: string): readonly GraphQLObjectType[] => {
    const type = schema.getType(name);
    if (isAbstractType(type)) return schema.getPossibleTypes(type);
    return isCompositeType(type) ? [type as GraphQLObjectType] : [];
  };

  function readField({ name, selectionSet }: FieldNode, types: readonly GraphQLObjectType[]): void {
    const returned = new Set<GraphQLObjectType>();
    for (const type of types) {
      const named = getNamedType(type.getFields()[name.value]?.type);
      if (!named) continue;
      const coordinate = `${type.name}.${name.value}`;
      if (!may(by, type.name, coordinate, named.name)) refused.add(coordinate);
      for (const object of runtimeTypes(named.name)) returned.add(object);
    }
    if (selectionSet) readSelections(selectionSet, [...returned]);
  }

  function readSelections({ selections }: SelectionSetNode, types: readonly GraphQLObjectType[]): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        readField(selection, types);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      const condition = fragment?.typeCondition?.name.value;
      const within = condition === undefined ? types : types.filter((type) => runtimeTypes(condition).includes(type));
      if (fragment) readSelections(fragment.selectionSet, within);
    }
  }

  readSelections(operationOf(document).selectionSet, runtimeTypes('Query'));
  return [...refused];
}

/** Where in its text an operation has its leaves, without those that are withheld or in what is. */
function leavesOf(document: DocumentNode, withheld: ReadonlySet<FieldNode> = new Set()): (number | undefined)[] {
  const left = new Set([...withheld].map(({ loc }) => loc?.start));
  const fragments = fragmentsOf(document);
  const places = new Set<number | undefined>();
  const spread = new Set<string>();

  function read({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = spread.has(selection.name.value) ? undefined : fragments.get(selection.name.value);
        spread.add(selection.name.value);
        if (fragment) read(fragment.selectionSet);
        continue;
      }
      if (selection.kind === Kind.FIELD && left.has(selection.loc?.start)) continue;
      if (selection.selectionSet) read(selection.selectionSet);
      else places.add(selection.loc?.start);
    }
  }

  read(operationOf(document).selectionSet);
  return [...places].sort((one, other) => Number(one) - Number(other));
}

function operationOf({ definitions }: DocumentNode): OperationDefinitionNode {
  const operation = definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('There is no operation.');
  return operation;
}

import { isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { subgraphs } from '../../scripts/subgraphs.ts';
import { subgraphSchema } from './selection.ts';

const POLICIES = subgraphs.map(({ name, policies }) => [name, policies] as const);

test.each(POLICIES)('%s has a rule for every field and no other', (name, policies) => {
  const types = Object.values(subgraphSchema(name).getTypeMap()).filter(isObjectType);
  const fields = types.flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));

  // Introspection has its own.
  const own = fields.filter((coordinate) => !coordinate.startsWith('__'));
  expect(Object.keys(policies).toSorted()).toEqual(own.toSorted());
});

test.each(POLICIES)('what takes a viewer in %s is @authenticated, and nothing else is', (name, policies) => {
  const mutations = Object.values(subgraphSchema(name).getMutationType()?.getFields() ?? {});
  const authenticated = mutations.filter(({ astNode }) =>
    astNode?.directives?.some((directive) => directive.name.value === 'authenticated'),
  );
  const taking = mutations.filter((mutation) => policies[`Mutation.${mutation.name}`] !== 'public');

  expect(authenticated.map((mutation) => mutation.name)).toEqual(taking.map((mutation) => mutation.name));
});

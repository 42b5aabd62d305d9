import { type GraphQLCompositeType, type GraphQLSchema, isAbstractType } from 'graphql';
import { type Estimate, maxOf, sumOf } from './estimate.ts';

type OnType = { on: GraphQLCompositeType };
type BranchCost = OnType & { cost: Estimate };

/** Parts selections on a type: what is asked of every object, and what of objects of some types only. */
export function byBranch<Field extends OnType>(schema: GraphQLSchema, on: GraphQLCompositeType, fields: Field[]) {
  const isForAll = new Map(
    [...new Set(fields.map((field) => field.on))].map((type) => [type, covers(schema, type, on)]),
  );
  const always = fields.filter((field) => isForAll.get(field.on));
  const some = Map.groupBy(
    fields.filter((field) => !isForAll.get(field.on)),
    (field) => field.on,
  );
  return { always, branches: [...some].map(([type, its]) => ({ on: type, fields: its })) };
}

/** The cost of the dearest object there can be: of all the branches that apply to it together. */
export function dearest(schema: GraphQLSchema, on: GraphQLCompositeType, branches: BranchCost[]): Estimate {
  if (branches.length === 0 || !isAbstractType(on)) return 0;
  const together = new Map<string, Estimate[]>();
  for (const type of schema.getPossibleTypes(on)) {
    const its = [...branches.keys()].filter((n) => branches[n] && applies(schema, branches[n].on, type));
    together.set(
      its.join(),
      its.map((n) => branches[n]?.cost ?? 0),
    );
  }
  return maxOf([...together.values()].map(sumOf));
}

function covers(schema: GraphQLSchema, fragment: GraphQLCompositeType, on: GraphQLCompositeType): boolean {
  if (fragment === on || !isAbstractType(on)) return true;
  return schema.getPossibleTypes(on).every((type) => applies(schema, fragment, type));
}

function applies(schema: GraphQLSchema, fragment: GraphQLCompositeType, type: GraphQLCompositeType): boolean {
  return fragment === type || (isAbstractType(fragment) && 'getInterfaces' in type && schema.isSubType(fragment, type));
}

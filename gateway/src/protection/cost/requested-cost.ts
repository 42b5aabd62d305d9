import {
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isCompositeType,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { CostDirectives } from './cost-directives.ts';
import { type Estimate, productOf, sumOf } from './estimate.ts';
import { createPricing, type FieldPrice } from './field-price.ts';
import { type AssumedSizes, isList, type Sizing } from './list-sizes.ts';
import { createSelectionReader, mergedByName, type SelectedField, whereIncluded } from './selected-fields.ts';
import { byBranch, dearest } from './type-branches.ts';
import { createVariableReader } from './variables.ts';

export type Operation = { document: DocumentNode; operation: OperationDefinitionNode };
export type CostRules = { schema: GraphQLSchema; directives: CostDirectives; assumed: AssumedSizes };

/** What a mutation costs besides its fields. */
export const MUTATION_COST = 10;

/**
 * Compiles what an operation costs by the algorithm of Apollo Router's demand control: an object, interface or union
 * costs 1, a scalar or enum 0, an input object 1, a mutation 10 more, and `@cost` replaces the figure of a field, a type
 * or an input. A list multiplies what is in it by its length: from `@listSize`, else from `first` or `last`, else
 * assumed. Unlike the Router, it merges fields of one name, follows `@skip` and `@include` by variable, takes of the
 * fragments on an abstract type the dearest that apply together, and prices what the client asks, not the plan's steps.
 */
export function compileRequestedCost({ document, operation }: Operation, rules: CostRules): Estimate {
  const { schema, directives, assumed } = rules;
  const readVariable = createVariableReader(operation);
  const readFields = createSelectionReader(schema, document, readVariable);
  const priceOf = createPricing({ directives, assumed, readVariable });

  function costOfFields(fields: SelectedField[], on: GraphQLCompositeType, above?: Sizing): Estimate {
    const { always, branches } = byBranch(schema, on, fields);
    const costOf = (its: SelectedField[]) => sumOf(mergedByName(its).map((merged) => costOfMerged(merged, above)));
    const perBranch = branches.map((branch) => ({ on: branch.on, cost: costOf(branch.fields) }));
    return sumOf([costOf(always), dearest(schema, on, perBranch)]);
  }

  function costOfMerged(merged: SelectedField[], above: Sizing | undefined): Estimate {
    const [first] = merged;
    const price = first && priceOf(first.on, first.node);
    if (!price) return 0;
    const { type, weight, inputs, sizing } = price;
    const below = isCompositeType(type) ? costOfFields(readBelow(merged, type), type, sizing) : 0;
    return whereIncluded(merged, sumOf([productOf(lengthOf(price, above), sumOf([weight, below])), inputs]));
  }

  function readBelow(merged: SelectedField[], on: GraphQLCompositeType): SelectedField[] {
    // A field that stands alone answers for its conditions itself; of several, each keeps its own.
    const keeps = merged.length > 1;
    return merged.flatMap(({ node, when }) =>
      node.selectionSet ? readFields({ on, set: node.selectionSet, when: keeps ? when : [] }) : [],
    );
  }

  function lengthOf({ field, sizing }: FieldPrice, above: Sizing | undefined): Estimate {
    if (!isList(field)) return 1;
    return above?.sizes(field) ? above.size : (sizing?.size ?? assumed.listSize);
  }

  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  const start = operation.operation === OperationTypeNode.MUTATION ? MUTATION_COST : 0;
  return sumOf([start, costOfFields(readFields({ on: root, set: operation.selectionSet, when: [] }), root)]);
}

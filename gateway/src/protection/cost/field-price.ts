import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isCompositeType,
  isUnionType,
} from 'graphql';
import type { CostDirectives } from './cost-directives.ts';
import { type Estimate, sumOf } from './estimate.ts';
import { createInputCost } from './input-cost.ts';
import { type AssumedSizes, declaredSizing, pageSizing, type Sizing } from './list-sizes.ts';
import type { VariableReader } from './variables.ts';

/** What a field costs by itself: `weight` for each thing it returns, `inputs` once for its arguments. */
export type FieldPrice = {
  field: GraphQLField<unknown, unknown>;
  type: GraphQLNamedType;
  weight: number;
  inputs: Estimate;
  sizing: Sizing | undefined;
};

export type Pricing = (on: GraphQLCompositeType, node: FieldNode) => FieldPrice | undefined;

type PricingParts = { directives: CostDirectives; assumed: AssumedSizes; readVariable: VariableReader };

/** Prices fields; undefined for introspection, which is no part of the graph. */
export function createPricing({ directives, assumed, readVariable }: PricingParts): Pricing {
  const { weights, listSizes } = directives;
  const costOfInput = createInputCost({ weights, readVariable });

  return (on, node) => {
    const field = isUnionType(on) ? undefined : on.getFields()[node.name.value];
    if (!field) return undefined;
    const coordinate = `${on.name}.${field.name}`;
    const type = getNamedType(field.type);
    const declared = listSizes.get(coordinate);
    return {
      field,
      type,
      weight: weights.get(coordinate) ?? weights.get(type.name) ?? (isCompositeType(type) ? 1 : 0),
      inputs: sumOf(
        (node.arguments ?? []).map(({ name, value }) => {
          const argument = field.args.find((one) => one.name === name.value);
          return argument ? costOfInput(argument, value, `${coordinate}(${argument.name}:)`) : 0;
        }),
      ),
      sizing: declared
        ? declaredSizing(field, node, { assumed, readVariable, declared })
        : pageSizing(field, node, { assumed, readVariable }),
    };
  };
}

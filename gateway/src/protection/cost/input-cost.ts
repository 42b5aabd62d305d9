import {
  type GraphQLArgument,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  Kind,
  type ValueNode,
} from 'graphql';
import type { CostDirectives } from './cost-directives.ts';
import { type Estimate, sumOf } from './estimate.ts';
import type { VariableReader } from './variables.ts';

/** An argument or an input field, by its coordinate. */
type Input = { type: GraphQLInputType; coordinate: string };

type InputCostParts = { weights: CostDirectives['weights']; readVariable: VariableReader };

/** What arguments cost: an input object 1, all else 0, unless `@cost` gives the argument, input field or type a weight. */
export function createInputCost({ weights, readVariable }: InputCostParts) {
  const weightOf = ({ type, coordinate }: Input, otherwise: number): number =>
    weights.get(coordinate) ?? weights.get(getNamedType(type).name) ?? otherwise;

  function costOfNode(value: ValueNode, input: Input): Estimate {
    if (value.kind === Kind.NULL) return 0;
    if (value.kind === Kind.VARIABLE) {
      const read = readVariable(value.name.value);
      return isFree(input) ? 0 : (variables) => costOfValue(read(variables), input);
    }
    if (value.kind === Kind.LIST) {
      return sumOf([weightOf(input, 0), ...value.values.map((item) => costOfNode(item, input))]);
    }
    if (value.kind !== Kind.OBJECT) return weightOf(input, 0);
    const fields = value.fields.map(({ name, value: inner }) => {
      const field = fieldOf(input, name.value);
      return field ? costOfNode(inner, field) : 0;
    });
    return sumOf([weightOf(input, 1), ...fields]);
  }

  function costOfValue(value: unknown, input: Input): number {
    if (value === null || value === undefined) return 0;
    if (Array.isArray(value)) {
      return value.reduce((cost, item) => cost + costOfValue(item, input), weightOf(input, 0));
    }
    if (typeof value !== 'object' || !isInputObjectType(getNamedType(input.type))) return weightOf(input, 0);
    return Object.entries(value).reduce(
      (cost, [name, inner]) => {
        const field = fieldOf(input, name);
        return field ? cost + costOfValue(inner, field) : cost;
      },
      weightOf(input, 1),
    );
  }

  const isFree = (input: Input): boolean => !isInputObjectType(getNamedType(input.type)) && weightOf(input, 0) === 0;

  return (argument: GraphQLArgument, value: ValueNode, coordinate: string): Estimate =>
    costOfNode(value, { type: argument.type, coordinate });
}

function fieldOf({ type }: Input, name: string): Input | undefined {
  const object = getNamedType(type);
  const field = isInputObjectType(object) ? object.getFields()[name] : undefined;
  return field && { type: field.type, coordinate: `${object.name}.${name}` };
}

import { type GraphQLCompositeType, isCompositeType, OperationTypeNode } from 'graphql';
import { amountOf, type Estimate, type Variables } from './estimate.ts';
import { createPricing } from './field-price.ts';
import { type CostRules, MUTATION_COST, type Operation } from './requested-cost.ts';
import { createSelectionReader, mergedByName, type SelectedField } from './selected-fields.ts';
import { createVariableReader } from './variables.ts';

/** What data came to, by the prices of the requested cost and the true length of lists. */
export type ActualCost = (data: unknown, variables: Variables) => number;

/** A field of the answer: what each thing under its name costs, and what its arguments do. */
type Answered = { name: string; weight: number; inputs: Estimate; below: Answered[] };

/** Compiles what the answer to an operation costs. Fields of one name count as the first of them. */
export function compileActualCost({ document, operation }: Operation, rules: CostRules): ActualCost {
  const { schema, directives, assumed } = rules;
  const readVariable = createVariableReader(operation);
  const readFields = createSelectionReader(schema, document, readVariable);
  const priceOf = createPricing({ directives, assumed, readVariable });

  const answeredBelow = (fields: SelectedField[]): Answered[] => mergedByName(fields).flatMap(answeredOf);

  function answeredOf(merged: SelectedField[]): Answered[] {
    const [first] = merged;
    const price = first && priceOf(first.on, first.node);
    if (!price) return [];
    const { type, weight, inputs } = price;
    const name = first.node.alias?.value ?? first.node.name.value;
    return [{ name, weight, inputs, below: isCompositeType(type) ? answeredBelow(readBelow(merged, type)) : [] }];
  }

  const readBelow = (merged: SelectedField[], on: GraphQLCompositeType): SelectedField[] =>
    merged.flatMap(({ node }) => (node.selectionSet ? readFields({ on, set: node.selectionSet, when: [] }) : []));

  const root = schema.getRootType(operation.operation);
  const fields = root ? answeredBelow(readFields({ on: root, set: operation.selectionSet, when: [] })) : [];
  const start = operation.operation === OperationTypeNode.MUTATION ? MUTATION_COST : 0;
  return (data, variables) => start + costOfObject(data, fields, variables);
}

function costOfObject(value: unknown, fields: readonly Answered[], variables: Variables): number {
  if (typeof value !== 'object' || value === null) return 0;
  const record = value as Record<string, unknown>; // JSON that the executor has shaped
  let cost = 0;
  for (const field of fields) {
    const its = record[field.name];
    if (its !== undefined) cost += amountOf(field.inputs, variables) + costOfValue(its, field, variables);
  }
  return cost;
}

function costOfValue(value: unknown, field: Answered, variables: Variables): number {
  if (value === null) return 0;
  if (!Array.isArray(value)) return field.weight + costOfObject(value, field.below, variables);
  return value.reduce((cost: number, item) => cost + costOfValue(item, field, variables), 0);
}

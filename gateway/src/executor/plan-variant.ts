import type { QueryPlan } from '@apollo/query-planner';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  OperationTypeNode,
  print,
  separateOperations,
} from 'graphql';
import type { OperationRules } from '../authorization/authorization.ts';
import { fragmentsOf } from '../document/fragments.ts';
import type { Generation } from '../supergraph/generation.ts';
import { compileOperation } from './compile-operation.ts';
import { createFieldKeys } from './field-keys.ts';
import type { PlannedVariant, ResolvedOperation, Variant } from './operations.ts';
import { type Collecting, collectFields } from './response/collect-fields.ts';
import type { Conditions } from './response/conditions.ts';

type Planning = {
  resolved: ResolvedOperation;
  rules: OperationRules | undefined;
  conditions: Conditions;
  generation: Generation;
};

const NO_PLAN: QueryPlan = { kind: 'QueryPlan' };

/** Plans and compiles an operation as one viewer may see it, without what its conditions leave out. */
export async function planVariant(planning: Planning, variant: Variant): Promise<PlannedVariant> {
  const { resolved, rules, conditions, generation } = planning;
  const { document, operation, operationName } = resolved;
  const { apiSchema, types, planner } = generation;
  const root = rootOf(apiSchema, operation);
  const isIncluded = conditions.areFew ? conditions.isIncluded(variant.conditions) : undefined;
  const keys = createFieldKeys(apiSchema);
  const permitted = variant.refused === '' ? undefined : rules?.without(variant.refused);
  const asked = permitted ? permitted.document : document;
  const isPlanned =
    asked && needsPlan(asked, operationName, { root, schema: apiSchema, isIncluded: isIncluded ?? (() => true) });
  const { overrides } = variant;
  const plan = isPlanned
    ? await planner.plan({
        document: print(alone(keys.planned(asked, isIncluded), operation)),
        operationName,
        overrides,
      })
    : NO_PLAN;
  const planned = { document, operation, root, plan, apiSchema, types, permitted, keys, conditions };
  return { compiled: compileOperation(planned), plan };
}

/** One operation with its own fragments: those of others may ask with variables that Apollo does not find in this one. */
function alone(document: DocumentNode, { name }: OperationDefinitionNode): DocumentNode {
  return separateOperations(document)[name?.value ?? ''] ?? document;
}

function rootOf(schema: GraphQLSchema, operation: OperationDefinitionNode): GraphQLObjectType {
  const root = schema.getRootType(operation.operation);
  if (root && operation.operation !== OperationTypeNode.SUBSCRIPTION) return root;
  const extensions = { code: 'BAD_REQUEST' };
  throw new GraphQLError(`There are no ${operation.operation}s here.`, { nodes: operation, extensions });
}

type Rooted = Pick<Collecting, 'schema' | 'isIncluded'> & { root: GraphQLObjectType };

/** False when all that is asked for is known here: the schema itself, the name of the root type. */
function needsPlan(document: DocumentNode, operationName: string | undefined, { root, ...rest }: Rooted): boolean {
  const operation = getOperationAST(document, operationName);
  if (!operation) return false;
  const fields = collectFields([operation.selectionSet], root, { ...rest, fragments: fragmentsOf(document) });
  return [...fields.values()].flat().some(({ name }) => !name.value.startsWith('__'));
}

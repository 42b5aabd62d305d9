import type { QueryPlan } from '@apollo/query-planner';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  print,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Authorization, OperationRules } from '../authorization/authorization.ts';
import type { Generation } from '../supergraph/generation.ts';
import { type CompiledOperation, compileOperation } from './compile-operation.ts';
import { createFieldKeys } from './field-keys.ts';
import type { Overrides } from './overrides.ts';
import { collectFields, fragmentsOf } from './response/collect-fields.ts';

/** A validated operation, as Apollo Server hands it over. */
export type ResolvedOperation = {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  operationName: string | undefined;
  /** Stands for the text of the document. */
  queryHash: string;
};

/** What of an operation depends on who asks: labels of `@override`, and refused selections by their key. */
export type Variant = { overrides: Overrides; refused: string };

export type PlannedVariant = { compiled: CompiledOperation; plan: QueryPlan };

/** An operation of this generation, read once. */
export type Operation = {
  resolved: ResolvedOperation;
  rules: OperationRules | undefined;
  /** The plan for a variant, made once; those who come while it is being made wait for the same. */
  planned(variant: Variant): Promise<PlannedVariant>;
};

/** The operations of a generation, the most recently used ones. */
export type Operations = {
  of(resolved: ResolvedOperation): Operation;
  /** Those used last, at most so many. */
  recent(count: number): ResolvedOperation[];
};

/** A viewer's rights make few variants; whoever tries many must not fill the memory. */
const MAX_VARIANTS = 64;

/** Keeps operations and their plans, at most so many. */
export function createOperations(
  generation: Generation,
  authorization: Authorization | undefined,
  maxOperations: number,
): Operations {
  const known = new LRUCache<string, Operation>({ max: maxOperations });
  return {
    of(resolved) {
      const key = `${resolved.queryHash} ${resolved.operationName ?? ''}`;
      const operation = known.get(key) ?? readOperation(resolved, { generation, authorization });
      known.set(key, operation);
      return operation;
    },
    recent: (count) => [...known.values()].slice(0, count).map(({ resolved }) => resolved),
  };
}

type Reading = { generation: Generation; authorization: Authorization | undefined };

function readOperation(resolved: ResolvedOperation, { generation, authorization }: Reading): Operation {
  const { document, operation } = resolved;
  const rules = authorization?.compile({ document, operation, schema: generation.apiSchema });
  const variants = new LRUCache<string, Promise<PlannedVariant>>({ max: MAX_VARIANTS });
  return {
    resolved,
    rules,
    planned(variant) {
      const key = keyOf(variant);
      const known = variants.get(key);
      if (known) return known;
      const planned = planVariant({ resolved, rules, generation }, variant);
      variants.set(key, planned);
      // What failed may succeed another time; what was refused is remembered by the planner.
      planned.catch(() => variants.delete(key));
      return planned;
    },
  };
}

const keyOf = ({ overrides, refused }: Variant) =>
  `${refused} ${Object.keys(overrides)
    .filter((label) => overrides[label])
    .join(' ')}`;

type Planning = { resolved: ResolvedOperation; rules: OperationRules | undefined; generation: Generation };

const NO_PLAN: QueryPlan = { kind: 'QueryPlan' };

async function planVariant({ resolved, rules, generation }: Planning, variant: Variant): Promise<PlannedVariant> {
  const { document, operation, operationName } = resolved;
  const { apiSchema, supergraphSchema, planner } = generation;
  const root = rootOf(apiSchema, operation);
  const keys = createFieldKeys(apiSchema, root);
  const permitted = variant.refused === '' ? undefined : rules?.without(variant.refused);
  const asked = permitted ? permitted.document : document;
  const isPlanned = asked && needsPlan(asked, { schema: apiSchema, root, operationName });
  const { overrides } = variant;
  const plan = isPlanned
    ? await planner.plan({ document: print(keys.planned(asked)), operationName, overrides })
    : NO_PLAN;
  const planned = { document, operation, root, plan, apiSchema, supergraphSchema, permitted, keys };
  return { compiled: compileOperation(planned), plan };
}

function rootOf(schema: GraphQLSchema, operation: OperationDefinitionNode): GraphQLObjectType {
  const root = schema.getRootType(operation.operation);
  if (!root) throw new GraphQLError(`There are no ${operation.operation} operations here.`, { nodes: operation });
  return root;
}

type Rooted = { schema: GraphQLSchema; root: GraphQLObjectType; operationName: string | undefined };

/** False when all that is asked for is known here: the schema itself, the name of the root type. */
function needsPlan(document: DocumentNode, { schema, root, operationName }: Rooted): boolean {
  const operation = getOperationAST(document, operationName);
  if (!operation) return false;
  const collecting = { schema, fragments: fragmentsOf(document), isIncluded: () => true };
  const fields = [...collectFields([operation.selectionSet], root, collecting).values()].flat();
  return fields.some(({ name }) => !name.value.startsWith('__'));
}

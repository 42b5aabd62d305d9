import type { QueryPlan } from '@apollo/query-planner';
import { type DocumentNode, type GraphQLSchema, getOperationAST, type OperationDefinitionNode, print } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Authorization, OperationRules } from '../authorization/authorization.ts';
import type { Generation } from '../supergraph/generation.ts';
import { type CompiledOperation, compileOperation } from './compile-operation.ts';
import { createFieldKeys, type FieldKeys } from './field-keys.ts';
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
  const { document, operation } = resolved;
  const { apiSchema, supergraphSchema } = generation;
  const permitted = variant.refused === '' ? undefined : rules?.without(variant.refused);
  const keys = createFieldKeys(apiSchema);
  const asked = permitted ? permitted.document : document;
  const text = asked && plannedText(asked, { keys, resolved, apiSchema });
  const { overrides } = variant;
  const { operationName } = resolved;
  const plan =
    text === undefined ? NO_PLAN : await generation.planner.plan({ document: text, operationName, overrides });
  return {
    compiled: compileOperation({ document, operation, plan, apiSchema, supergraphSchema, permitted, keys }),
    plan,
  };
}

/** Undefined when everything that is asked for is known here: the schema itself, the name of a root type. */
function plannedText(
  document: DocumentNode,
  { keys, resolved, apiSchema }: { keys: FieldKeys; resolved: ResolvedOperation; apiSchema: GraphQLSchema },
): string | undefined {
  const operation = getOperationAST(document, resolved.operationName);
  const root = operation && apiSchema.getRootType(operation.operation);
  if (!operation || !root) return undefined;
  const fragments = fragmentsOf(document);
  const fields = collectFields([operation.selectionSet], root, {
    schema: apiSchema,
    fragments,
    isIncluded: () => true,
  });
  const isKnown = [...fields.values()].flat().every(({ name }) => name.value.startsWith('__'));
  return isKnown ? undefined : print(keys.planned(document));
}

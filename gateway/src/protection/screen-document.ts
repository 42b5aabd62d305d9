import { type DocumentNode, type GraphQLError, Kind, parse, visit } from 'graphql';
import { findCircle, fragmentsOf } from '../document/fragments.ts';
import type { Limits } from './limits.ts';
import { findExcess, rootFieldsOf } from './operation-size.ts';
import { refuse } from './refusals.ts';

export type Screen = {
  /** The document itself, or what stands in for it where it is refused. */
  admit(document: DocumentNode): DocumentNode;
  /** Why a document is refused that another stands in for. */
  refusalOf(standIn: DocumentNode): GraphQLError | undefined;
};

type ScreenConfig = { limits: Limits; oncePerOperation: readonly string[] };

const { definitions: HARMLESS } = parse('{ __typename }');

/**
 * Refuses documents for their size and shape before they are validated: validation compares all fields of one name with
 * each other, and fragments that come to themselves may end its stack. Apollo Server can refuse only after it has
 * validated, so the smallest document goes there instead, and into its cache.
 */
export function createScreen(config: ScreenConfig): Screen {
  const refusals = new WeakMap<DocumentNode, GraphQLError>();
  return {
    admit(document) {
      const refusal = findRefusal(document, config);
      if (!refusal) return document;
      const standIn: DocumentNode = { ...document, definitions: HARMLESS };
      refusals.set(standIn, refusal);
      return standIn;
    },
    refusalOf: (standIn) => refusals.get(standIn),
  };
}

/** Takes two steps for each node of the document, and one for each selection once fragments are written out. */
function findRefusal(document: DocumentNode, { limits, oncePerOperation }: ScreenConfig): GraphQLError | undefined {
  const fragments = fragmentsOf(document);
  const circle = findCircle(fragments);
  if (circle) return refuse('GRAPHQL_VALIDATION_FAILED', `Cannot spread fragment "${circle}" within itself.`);
  const levels = depthOfValues(document);
  if (levels > limits.valueDepth) return refuse('OPERATION_TOO_LARGE', tooDeep(levels, limits.valueDepth));
  for (const operation of document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION)) {
    const excess = findExcess(operation, fragments, limits);
    if (excess) return refuse('OPERATION_TOO_LARGE', excess);
    const names = [...rootFieldsOf(operation.selectionSet, fragments).values()];
    const repeated = oncePerOperation.find((once) => names.filter((name) => name === once).length > 1);
    if (repeated) return refuse('OPERATION_TOO_LARGE', `An operation has ${repeated} at most once.`);
  }
  return undefined;
}

/** How many lists and objects stand inside each other in the deepest argument or default. */
function depthOfValues(document: DocumentNode): number {
  let depth = 0;
  let deepest = 0;
  const level = {
    enter() {
      depth += 1;
      deepest = Math.max(deepest, depth);
    },
    leave() {
      depth -= 1;
    },
  };
  visit(document, { ListValue: level, ObjectValue: level });
  return deepest;
}

const tooDeep = (levels: number, limit: number) =>
  `A value of this document has ${levels} levels; at most ${limit} are allowed. Use a variable.`;

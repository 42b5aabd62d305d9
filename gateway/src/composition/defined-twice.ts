import {
  GraphQLError,
  UniqueArgumentDefinitionNamesRule,
  UniqueDirectiveNamesRule,
  UniqueDirectivesPerLocationRule,
  UniqueEnumValueNamesRule,
  UniqueFieldDefinitionNamesRule,
  UniqueTypeNamesRule,
} from 'graphql';
import { validateSDL } from 'graphql/validation/validate.js';
import type { ParsedSubgraph } from './parse-subgraph.ts';
import { type Problem, problemOfError } from './problem.ts';

/** Of these mistakes composition tells no place, or nothing at all. */
const RULES = [
  UniqueTypeNamesRule,
  UniqueDirectiveNamesRule,
  UniqueFieldDefinitionNamesRule,
  UniqueArgumentDefinitionNamesRule,
  UniqueEnumValueNamesRule,
  UniqueDirectivesPerLocationRule,
];

/** What a schema defines twice, with both places. */
export function findDefinedTwice(subgraph: ParsedSubgraph): Problem[] {
  return validateSDL(subgraph.document, undefined, RULES).map(({ message, nodes }) => {
    const extensions = { code: 'INVALID_GRAPHQL' };
    return problemOfError(
      [subgraph],
      new GraphQLError(`[${subgraph.name}] ${message}`, { nodes: nodes ?? [], extensions }),
    );
  });
}

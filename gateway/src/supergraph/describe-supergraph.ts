import { hash } from 'node:crypto';
import { buildASTSchema, type DocumentNode, type GraphQLSchema, printSchema } from 'graphql';
import { readRules, type SupergraphRules } from '../authorization/supergraph-rules.ts';
import { type CostDirectives, readCostDirectives } from '../protection/cost/cost-directives.ts';
import { describeSchema } from './describe-schema.ts';
import { overrideLabels } from './override-labels.ts';
import type { SchemaDescription } from './schema-description.ts';
import { type SubgraphAddress, subgraphAddresses } from './subgraph-addresses.ts';
import { readTypes, type SupergraphTypes } from './supergraph-types.ts';

/** All that serving takes to know of a supergraph, which is far less than its syntax tree. */
export type SupergraphDescription = {
  /** What clients see. */
  api: SchemaDescription;
  /** The sha256 of the API schema as graphql prints it, in hex. */
  apiHash: string;
  types: SupergraphTypes;
  subgraphs: SubgraphAddress[];
  overrideLabels: string[];
  /** Undefined when it links none of the authorization directives. */
  rules: SupergraphRules | undefined;
  costs: CostDirectives;
};

/** Describes a valid supergraph that clients see as `apiSchema`; throws a reason when it cannot be served. */
export function describeSupergraph(supergraph: DocumentNode, apiSchema: GraphQLSchema): SupergraphDescription {
  const schema = buildASTSchema(supergraph, { assumeValid: true });
  return {
    api: describeSchema(apiSchema),
    apiHash: hashOf(apiSchema),
    types: readTypes(schema),
    subgraphs: subgraphAddresses(supergraph),
    overrideLabels: overrideLabels(supergraph),
    rules: readRules(schema),
    costs: readCostDirectives(schema),
  };
}

function hashOf(schema: GraphQLSchema): string {
  try {
    return hash('sha256', printSchema(schema));
  } catch {
    // graphql cannot print an object that is the default value of a custom scalar; nobody else has a hash of it then.
    return '';
  }
}

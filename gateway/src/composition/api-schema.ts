import {
  defaultPrintOptions,
  printSchema,
  ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  type Schema,
  Supergraph,
} from '@apollo/federation-internals';
import { buildSchema, type GraphQLSchema } from 'graphql';

/** What clients see of a composed supergraph. */
export function apiSchemaOf(supergraph: string): GraphQLSchema {
  const options = { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, validateSupergraph: false };
  return forGraphQLJs(Supergraph.build(supergraph, options).apiSchema());
}

/** A schema of Apollo's libraries as one of graphql-js. */
export const forGraphQLJs = (schema: Schema): GraphQLSchema =>
  buildSchema(printSchema(schema, { ...defaultPrintOptions, mergeTypesAndExtensions: true }), { assumeValid: true });

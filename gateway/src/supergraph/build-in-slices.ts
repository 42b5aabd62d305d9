import {
  type DocumentNode,
  type GraphQLNamedType,
  GraphQLSchema,
  type GraphQLSchemaConfig,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  specifiedDirectives,
} from 'graphql';
import { extendSchemaImpl } from 'graphql/utilities/extendSchema.js';
import { createPauses } from './pauses.ts';

type SchemaConfig = ReturnType<GraphQLSchema['toConfig']>;

/**
 * What graphql's `buildASTSchema` builds from a valid document, without holding up requests: a large supergraph takes
 * hundreds of milliseconds.
 */
export async function buildInSlices(document: DocumentNode): Promise<GraphQLSchema> {
  const pause = createPauses();
  const config = extendSchemaImpl(EMPTY, document, { assumeValid: true });
  for (const type of config.types) {
    complete(type);
    await pause();
  }
  const directives = [...config.directives, ...specifiedDirectives.filter(({ name }) => !has(config, name))];
  return new GraphQLSchema({ ...config, ...rootsOf(config), directives });
}

/** Fields are made when they are first asked for, otherwise all at once by the schema. */
function complete(type: GraphQLNamedType): void {
  if (isObjectType(type) || isInterfaceType(type)) type.getInterfaces();
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) type.getFields();
  if (isUnionType(type)) type.getTypes();
}

const EMPTY: SchemaConfig = {
  description: undefined,
  query: undefined,
  mutation: undefined,
  subscription: undefined,
  types: [],
  directives: [],
  extensions: {},
  astNode: undefined,
  extensionASTNodes: [],
  assumeValid: false,
};

const has = ({ directives }: SchemaConfig, directive: string) => directives.some(({ name }) => name === directive);

/** Without a schema definition, the names of the types say which are the roots. */
function rootsOf({ astNode, types }: SchemaConfig): Pick<GraphQLSchemaConfig, 'query' | 'mutation' | 'subscription'> {
  if (astNode) return {};
  const root = (name: string) => types.filter(isObjectType).find((type) => type.name === name);
  return { query: root('Query'), mutation: root('Mutation'), subscription: root('Subscription') };
}

import { composeServices } from '@apollo/composition';
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { buildASTSchema, type GraphQLSchema, Kind, parse, print, validate, visit } from 'graphql';
import {
  type Authorization,
  type AuthorizationOptions,
  createAuthorization,
  type OperationRules,
  type PermittedOperation,
} from '../src/authorization/authorization.ts';
import type { Credentials } from '../src/authorization/credentials.ts';
import { readRules } from '../src/authorization/supergraph-rules.ts';

/** Composes subgraphs called a, b, c, …; each begins with its own `@link`. */
export function compose(...subgraphs: readonly string[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map((typeDefs, i) => ({ name: 'abc'.charAt(i), url: 'http://localhost', typeDefs: parse(typeDefs) })),
  );
  if (supergraphSdl === undefined) throw new Error(`It does not compose: ${errors?.join('\n')}`);
  return supergraphSdl;
}

export const federation = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key", "@shareable", "@external", "@requires", "@interfaceObject", "@inaccessible", ${imports}])`;

export type ProtectedGraph = { authorization: Authorization; schema: GraphQLSchema };

export function protect(supergraphSdl: string, options?: AuthorizationOptions): ProtectedGraph {
  const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES });
  return {
    authorization: protectSchema(buildASTSchema(parse(supergraphSdl), { assumeValid: true }), options).authorization,
    schema: supergraph.apiSchema().toGraphQLJSSchema(),
  };
}

/** For supergraphs written by hand, of which nothing is hidden from clients. */
export function protectSchema(schema: GraphQLSchema, options?: AuthorizationOptions): ProtectedGraph {
  const rules = readRules(schema);
  if (!rules) throw new Error('Nothing is protected.');
  return { authorization: createAuthorization(rules, options), schema };
}

/** The supergraph as composition before 2.12 made it: interfaces do not inherit what their implementers ask. */
export function withoutInheritance(supergraphSdl: string, directive: string): string {
  const isInherited = ({ name }: { name: { value: string } }) => name.value === directive;
  const plain = <Node extends { directives?: readonly { name: { value: string } }[] | undefined }>(
    node: Node,
  ): Node => ({
    ...node,
    directives: node.directives?.filter((it) => !isInherited(it)),
  });
  const document = visit(parse(supergraphSdl), {
    InterfaceTypeDefinition(node) {
      return plain({ ...node, fields: node.fields?.map(plain) });
    },
  });
  return print(document);
}

/** What an operation comes to for somebody; undefined when it touches nothing protected, or nothing is refused. */
export async function permitted(
  graph: ProtectedGraph,
  query: string,
  credentials: Credentials,
): Promise<PermittedOperation | undefined> {
  const rules = rulesOf(graph, query);
  const key = await rules?.refusedFor(credentials);
  return key === undefined || key === '' ? undefined : rules?.without(key);
}

export function rulesOf({ authorization, schema }: ProtectedGraph, query: string): OperationRules | undefined {
  const document = parse(query);
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const mistakes = validate(schema, document);
  if (!operation || mistakes.length > 0) throw new Error(`The test asks for nonsense: ${mistakes.join()}`);
  return authorization.compile({ document, operation, schema });
}

/** The text of what is left to be planned, '' for nothing. */
export async function left(graph: ProtectedGraph, query: string, credentials: Credentials): Promise<string> {
  const operation = await permitted(graph, query, credentials);
  if (!operation) return tidy(query);
  return operation.document ? print(operation.document) : '';
}

export const tidy = (query: string) => (query === '' ? '' : print(parse(query)));

const nothing: ReadonlySet<string> = new Set();

export const anonymous: Credentials = { isAuthenticated: false, scopes: nothing };
export const signedIn: Credentials = { isAuthenticated: true, scopes: nothing };
export const withScopes = (...scopes: string[]): Credentials => ({ isAuthenticated: true, scopes: new Set(scopes) });
export const withPolicies = (...granted: string[]): Credentials => ({ ...signedIn, decide: () => new Set(granted) });

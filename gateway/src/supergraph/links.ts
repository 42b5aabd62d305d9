import { type ConstDirectiveNode, type GraphQLSchema, valueFromASTUntyped } from 'graphql';

/** A specification that a supergraph says it follows: `@link(url:, as:, import:, for:)` on its `schema`. */
export type Link = {
  url: string;
  /** The URL without its version. */
  identity: string;
  /** What the names of its elements begin with, unless they are imported. */
  prefix: string;
  imports: ReadonlyMap<string, string>;
  isForSecurity: boolean;
};

type SchemaNodes = Pick<GraphQLSchema, 'astNode' | 'extensionASTNodes'>;

const SPECIFICATION = /^(?<identity>.*\/(?<name>[^/]+))\/v\d+\.\d+$/;
const LINK_ITSELF = /^https:\/\/specs\.apollo\.dev\/(?:link|core)\/v\d/;

/** The links of a supergraph; throws a reason where the schema has none, for then nothing can be said of its directives. */
export function linksOf({ astNode, extensionASTNodes }: SchemaNodes): Link[] {
  const applied = [astNode, ...extensionASTNodes].flatMap((node) => node?.directives ?? []);
  // The directive @link may itself have been given another name.
  const itself = applied.find((directive) => LINK_ITSELF.test(urlOf(directive)));
  if (!itself) throw new Error('it has no @link, compose it first');
  return applied.filter(({ name }) => name.value === itself.name.value).map(linkOf);
}

/** What the directive `element` of a linked specification is called in the supergraph, without its `@`. */
export function directiveName({ identity, prefix, imports }: Link, element: string): string {
  const isMain = identity.endsWith(`/${element}`);
  return imports.get(`@${element}`)?.slice(1) ?? (isMain ? prefix : `${prefix}__${element}`);
}

function linkOf(directive: ConstDirectiveNode): Link {
  const { as, for: purpose, import: imported } = argumentsOf(directive);
  const url = urlOf(directive);
  const { identity = url, name = url } = SPECIFICATION.exec(url)?.groups ?? {};
  return {
    url,
    identity,
    prefix: typeof as === 'string' ? as : name,
    imports: new Map(Array.isArray(imported) ? imported.map(importOf) : []),
    isForSecurity: purpose === 'SECURITY',
  };
}

function importOf(imported: unknown): [string, string] {
  const { name, as = name } = typeof imported === 'string' ? { name: imported } : Object(imported);
  return [String(name), String(as)];
}

function urlOf(directive: ConstDirectiveNode): string {
  // `feature` is what @core, the directive before @link, called it.
  const { url, feature = url } = argumentsOf(directive);
  return typeof feature === 'string' ? feature : '';
}

/** The arguments of a directive as plain values, without the defaults of its definition. */
export function argumentsOf({ arguments: given = [] }: ConstDirectiveNode): Record<string, unknown> {
  return Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
}

import {
  buildSchema,
  defaultPrintOptions,
  printSchema,
  shallowOrderPrintedDefinitions,
} from '@apollo/federation-internals';
import { type ConstDirectiveNode, type DocumentNode, Kind, parse, print } from 'graphql';
import type { Variant } from '../variants.ts';
import { findHidden } from './find-hidden.ts';
import { findUnreachable } from './find-unreachable.ts';
import { markHidden } from './mark-hidden.ts';
import { INACCESSIBLE, readLinks } from './read-links.ts';
import { typesOf } from './types-of.ts';

const LINK = '@link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY)';
const DEFINITION = `directive @inaccessible on
  FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT |
  INPUT_FIELD_DEFINITION`;

/**
 * A supergraph in which `@inaccessible` stands on all that is not of a variant, and on the types that nothing leads to
 * any more; it may have become one that nobody can serve. With neither tag to include nor to exclude, it stays as it is.
 */
export function hideElements(supergraph: string, variant: Variant): string {
  const { include = [], exclude = [] } = variant;
  if (include.length + exclude.length === 0) return supergraph;
  const document = parse(supergraph, { noLocation: true });
  const { links, names } = readLinks(document);
  const types = typesOf(document, links);
  const hidden = findHidden(types, { include, exclude }, names);
  const unreachable = findUnreachable({ document, types, hidden, include, tag: names.tag });
  const marked = markHidden(document, new Set([...hidden, ...unreachable]), names.inaccessible);
  const isLinked = links.some(({ identity }) => identity === INACCESSIBLE);
  return printAsComposed(isLinked ? marked : linkInaccessible(marked));
}

function linkInaccessible(document: DocumentNode): DocumentNode {
  const definitions = document.definitions.map((node) =>
    node.kind === Kind.SCHEMA_DEFINITION ? { ...node, directives: [...(node.directives ?? []), ...linkNodes()] } : node,
  );
  return { ...document, definitions: [...definitions, ...parse(DEFINITION, { noLocation: true }).definitions] };
}

function linkNodes(): readonly ConstDirectiveNode[] {
  const [schema] = parse(`schema ${LINK} { query: Query }`, { noLocation: true }).definitions;
  return schema?.kind === Kind.SCHEMA_DEFINITION ? (schema.directives ?? []) : [];
}

/** In the order and the layout of composition, so that what differs between a variant and the whole is what is hidden. */
function printAsComposed(document: DocumentNode): string {
  const schema = buildSchema(print(document), { validate: false });
  return `${printSchema(schema, shallowOrderPrintedDefinitions(defaultPrintOptions)).trimEnd()}\n`;
}

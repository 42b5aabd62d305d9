import { type DocumentNode, Kind, type SchemaDefinitionNode, type SchemaExtensionNode } from 'graphql';
import { directiveName, type Link, linksOf } from '../../supergraph/links.ts';

const TAG = 'https://specs.apollo.dev/tag';
/** What hides an element from clients. */
export const INACCESSIBLE = 'https://specs.apollo.dev/inaccessible';

/** The specifications that a supergraph follows, and what it calls the directives that variants are made with. */
export function readLinks(supergraph: DocumentNode): { links: Link[]; names: { tag: string; inaccessible: string } } {
  const links = linksOf(schemaNodes(supergraph));
  return {
    links,
    names: { tag: nameOf(links, TAG, 'tag'), inaccessible: nameOf(links, INACCESSIBLE, 'inaccessible') },
  };
}

function schemaNodes({ definitions }: DocumentNode) {
  const nodes = definitions.filter(
    (node): node is SchemaDefinitionNode | SchemaExtensionNode =>
      node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION,
  );
  return {
    astNode: nodes.find((node) => node.kind === Kind.SCHEMA_DEFINITION),
    extensionASTNodes: nodes.filter((node) => node.kind === Kind.SCHEMA_EXTENSION),
  };
}

function nameOf(links: readonly Link[], specification: string, directive: string): string {
  const link = links.find(({ identity }) => identity === specification);
  return link ? directiveName(link, directive) : directive;
}

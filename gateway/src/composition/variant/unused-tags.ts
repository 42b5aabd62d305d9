import { type ASTVisitor, type ConstDirectiveNode, Kind, parse, visit } from 'graphql';
import type { Problem } from '../problem.ts';
import type { Variants } from '../variants.ts';
import { tagsOf } from './find-hidden.ts';
import { readLinks } from './read-links.ts';

/** The tags by which variants are made and which nothing in the supergraph has: a slip of the pen hides nothing. */
export function findUnusedTags(supergraph: string, variants: Variants): Problem[] {
  const used = tagsIn(supergraph);
  return Object.entries(variants).flatMap(([name, { include = [], exclude = [] }]) => [
    ...include.filter((tag) => !used.has(tag)).map((tag) => unused(`${name} includes "${tag}"`)),
    ...exclude.filter((tag) => !used.has(tag)).map((tag) => unused(`${name} excludes "${tag}"`)),
  ]);
}

const unused = (which: string): Problem => ({
  level: 'hint',
  code: 'TAG_UNUSED',
  message: `The variant ${which}, and nothing in the schemas has that tag.`,
  places: [],
});

function tagsIn(supergraph: string): Set<string> {
  const document = parse(supergraph, { noLocation: true });
  const { tag } = readLinks(document).names;
  const used = new Set<string>();
  const visitor: ASTVisitor = {
    [Kind.DIRECTIVE](node) {
      // In a schema nothing is variable.
      const directive = node as ConstDirectiveNode;
      for (const name of tagsOf({ directives: [directive] }, tag)) used.add(name);
    },
  };
  visit(document, visitor);
  return used;
}

import type { ASTNode, DefinitionNode } from 'graphql';
import type { ParsedSubgraph } from './parse-subgraph.ts';

/** The definitions a message names in quotes (`"Post"`, `"Post.author"`), in the subgraphs it names or else in all. */
export function findMentioned(subgraphs: readonly ParsedSubgraph[], message: string): ASTNode[] {
  const words = [...message.matchAll(/"([\w.]+)(?:\(|")/g)].flatMap(([, word]) => word ?? []);
  const named = subgraphs.filter(({ name }) => message.startsWith(`[${name}]`) || words.includes(name));
  const definitions = (named.length > 0 ? named : subgraphs).flatMap(({ document }) => document.definitions);
  return [...new Set(words)].flatMap((word) => definitions.flatMap((definition) => findNode(definition, word)));
}

function findNode(definition: DefinitionNode, coordinate: string): ASTNode[] {
  const [typeName, fieldName] = coordinate.split('.');
  if (!('name' in definition) || definition.name?.value !== typeName) return [];
  if (fieldName === undefined) return [definition];
  const fields: readonly ASTNode[] = 'fields' in definition ? (definition.fields ?? []) : [];
  return fields.filter((field) => 'name' in field && field.name?.value === fieldName);
}

import type { ASTNode, DefinitionNode } from 'graphql';
import { findDirectives } from './directive-mentions.ts';
import type { ParsedSubgraph } from './parse-subgraph.ts';

/** `"Post"`, `"Post.author"`, `"Post.replies(first:)"`, with nothing after its name or an argument's. */
const MENTION = /"([\w.]+(?:\(\w+(?=:\)))?)(?:\(|:\)|")/g;

/** The definitions that a message names in quotes, in the subgraphs it names or else in all. */
export function findMentioned(subgraphs: readonly ParsedSubgraph[], message: string): readonly ASTNode[] {
  const words = [...message.matchAll(MENTION)].flatMap(([, word]) => word ?? []);
  const named = subgraphs.filter(({ name }) => message.startsWith(`[${name}]`) || words.includes(name));
  const definitions = (named.length > 0 ? named : subgraphs).flatMap(({ document }) => document.definitions);
  const directives = findDirectives(definitions, message);
  if (directives.length > 0) return directives;
  return [...new Set(words)].flatMap((word) => definitions.flatMap((definition) => findNode(definition, word)));
}

function findNode(definition: DefinitionNode, coordinate: string): readonly ASTNode[] {
  const [typeName, partName, argumentName] = coordinate.split(/[.(]/);
  if (!('name' in definition) || definition.name?.value !== typeName) return [];
  const parts = partName === undefined ? [definition] : named(partsOf(definition), partName);
  return argumentName === undefined ? parts : parts.flatMap((part) => named(argumentsOf(part), argumentName));
}

/** Fields, or the values of an enum. */
function partsOf(definition: DefinitionNode): readonly ASTNode[] {
  if ('fields' in definition) return definition.fields ?? [];
  return 'values' in definition ? (definition.values ?? []) : [];
}

const argumentsOf = (field: ASTNode): readonly ASTNode[] => ('arguments' in field ? (field.arguments ?? []) : []);

const named = (nodes: readonly ASTNode[], name: string): readonly ASTNode[] =>
  nodes.filter((node) => 'name' in node && node.name !== undefined && node.name.value === name);

import {
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type NamedTypeNode,
  type NameNode,
  type TypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import { tagsOf } from './find-hidden.ts';

type Visible = {
  document: DocumentNode;
  types: ReadonlyMap<string, TypeDefinitionNode>;
  /** Schema coordinates of what is not visible. */
  hidden: ReadonlySet<string>;
  /** Types with such a tag stay even so. */
  include: readonly string[];
  tag: string;
};

/** The names of visible types that no visible root field leads to. */
export function findUnreachable(visible: Visible): string[] {
  const { types, hidden, include, tag } = visible;
  const reached = reach(visible);
  return [...types.values()]
    .filter((type) => !tagsOf(type, tag).some((name) => include.includes(name)))
    .map((type) => type.name.value)
    .filter((name) => !hidden.has(name) && !reached.has(name));
}

function reach({ document, types, hidden }: Visible): ReadonlySet<string> {
  const reached = new Set<string>();
  const answered = new Set<string>();
  const visible = [...types.values()].filter((type) => !hidden.has(type.name.value));
  const waiting = startOf(document);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { name, isAnswer } = next;
    const type = types.get(name);
    if (!type || hidden.has(name) || (isAnswer ? answered : reached).has(name)) continue;
    if (!reached.has(name)) waiting.push(...namedBy(type, hidden));
    reached.add(name);
    if (!isAnswer) continue;
    answered.add(name);
    // An interface that is only implemented leads to no other object; one that a field answers with does.
    waiting.push(...visible.filter((other) => implementsIt(other, name)).map((other) => named(other, true)));
  }
  return reached;
}

type Named = { name: string; isAnswer: boolean };

const named = ({ name }: { name: NameNode }, isAnswer: boolean): Named => ({ name: name.value, isAnswer });

/** The root types, and what arguments of the directives ask that stand in operations. */
function startOf({ definitions }: DocumentNode): Named[] {
  const start: Named[] = [];
  for (const node of definitions) {
    if (node.kind === Kind.SCHEMA_DEFINITION) start.push(...node.operationTypes.map(({ type }) => answerOf(type)));
    if (node.kind === Kind.DIRECTIVE_DEFINITION)
      start.push(...(node.arguments ?? []).map(({ type }) => answerOf(type)));
  }
  return start;
}

function namedBy(type: TypeDefinitionNode, hidden: ReadonlySet<string>): Named[] {
  const isVisible = (part: string) => !hidden.has(`${type.name.value}.${part}`);
  if (type.kind === Kind.UNION_TYPE_DEFINITION) return (type.types ?? []).map(answerOf);
  if (!('fields' in type)) return [];
  const fields: readonly (FieldDefinitionNode | InputValueDefinitionNode)[] = type.fields ?? [];
  const shown = fields.filter((field) => isVisible(field.name.value));
  const interfaces = 'interfaces' in type ? (type.interfaces ?? []) : [];
  return [
    ...interfaces.map((one) => named(one, false)),
    ...shown.flatMap((field) => [answerOf(field.type), ...argumentTypes(field, isVisible)]),
  ];
}

function argumentTypes(field: FieldDefinitionNode | InputValueDefinitionNode, isVisible: (part: string) => boolean) {
  const given = field.kind === Kind.FIELD_DEFINITION ? (field.arguments ?? []) : [];
  return given.filter(({ name }) => isVisible(`${field.name.value}(${name.value}:)`)).map(({ type }) => answerOf(type));
}

const answerOf = (type: TypeNode): Named => named(innermost(type), true);

const innermost = (type: TypeNode): NamedTypeNode => (type.kind === Kind.NAMED_TYPE ? type : innermost(type.type));

const implementsIt = (type: TypeDefinitionNode, name: string): boolean =>
  'interfaces' in type && (type.interfaces ?? []).some((one) => one.name.value === name);

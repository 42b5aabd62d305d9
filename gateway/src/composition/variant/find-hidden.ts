import { type ConstDirectiveNode, type FieldDefinitionNode, Kind, type TypeDefinitionNode } from 'graphql';
import { argumentsOf } from '../../supergraph/links.ts';

type Types = ReadonlyMap<string, TypeDefinitionNode>;
type Filter = { include: readonly string[]; exclude: readonly string[] };
/** What the directives are called in the supergraph. */
type Names = { tag: string; inaccessible: string };
type Element = { directives?: readonly ConstDirectiveNode[] | undefined };

type Rules = {
  /** For types, arguments, values and input fields: only an excluded tag hides them. */
  isHidden(element: Element, inherited?: readonly string[]): boolean;
  /** For unions and for fields of objects and interfaces, which a list of included tags hides unless they have one. */
  isLeftOut(element: Element, inherited?: readonly string[]): boolean;
};

/**
 * The schema coordinates of all that is not of a variant. Apollo's rules for contracts: an excluded tag wins over an
 * included one, a type's tags are its fields' too, and a type goes with the last of its fields, values or members.
 */
export function findHidden(types: Types, filter: Filter, names: Names): ReadonlySet<string> {
  const rules = rulesOf(filter, names);
  const hidden = new Set<string>();
  for (const type of types.values()) hideOf(type, { rules, hidden, tag: names.tag });
  for (const type of types.values()) if (isEmptied(type, hidden)) hidden.add(type.name.value);
  // After the others, for their members are among those.
  for (const type of types.values()) if (hasNoMember(type, hidden)) hidden.add(type.name.value);
  return hidden;
}

/** The tags of an element. */
export function tagsOf({ directives = [] }: Element, tag: string): string[] {
  return directives.filter(({ name }) => name.value === tag).map((directive) => String(argumentsOf(directive).name));
}

function rulesOf({ include, exclude }: Filter, { tag, inaccessible }: Names): Rules {
  const isHidden: Rules['isHidden'] = (element, inherited = []) => {
    const tags = [...tagsOf(element, tag), ...inherited];
    const isMarked = element.directives?.some(({ name }) => name.value === inaccessible) ?? false;
    return isMarked || tags.some((name) => exclude.includes(name));
  };
  const isIncluded: Rules['isHidden'] = (element, inherited = []) =>
    include.length === 0 || [...tagsOf(element, tag), ...inherited].some((name) => include.includes(name));
  return {
    isHidden,
    isLeftOut: (element, inherited) => isHidden(element, inherited) || !isIncluded(element, inherited),
  };
}

type Hiding = { rules: Rules; hidden: Set<string>; tag: string };

function hideOf(type: TypeDefinitionNode, { rules, hidden, tag }: Hiding): void {
  const name = type.name.value;
  const isUnion = type.kind === Kind.UNION_TYPE_DEFINITION;
  if (isUnion ? rules.isLeftOut(type) : rules.isHidden(type)) hidden.add(name);
  if (type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_DEFINITION) {
    const inherited = tagsOf(type, tag);
    for (const field of type.fields ?? []) {
      if (rules.isLeftOut(field, inherited)) hidden.add(`${name}.${field.name.value}`);
      for (const argument of hiddenArguments(field, rules)) hidden.add(`${name}.${argument}`);
    }
  }
  for (const child of childrenOf(type)) if (rules.isHidden(child)) hidden.add(`${name}.${child.name.value}`);
}

const hiddenArguments = (field: FieldDefinitionNode, rules: Rules): string[] =>
  (field.arguments ?? [])
    .filter((argument) => rules.isHidden(argument))
    .map((argument) => `${field.name.value}(${argument.name.value}:)`);

/** Values of an enum, fields of an input object. */
function childrenOf(type: TypeDefinitionNode) {
  if (type.kind === Kind.ENUM_TYPE_DEFINITION) return type.values ?? [];
  return type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ? (type.fields ?? []) : [];
}

function isEmptied(type: TypeDefinitionNode, hidden: ReadonlySet<string>): boolean {
  const children = 'fields' in type ? (type.fields ?? []) : childrenOf(type);
  return children.length > 0 && children.every((child) => hidden.has(`${type.name.value}.${child.name.value}`));
}

function hasNoMember(type: TypeDefinitionNode, hidden: ReadonlySet<string>): boolean {
  return (
    type.kind === Kind.UNION_TYPE_DEFINITION && (type.types ?? []).every((member) => hidden.has(member.name.value))
  );
}

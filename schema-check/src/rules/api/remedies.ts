const DEPRECATE_FIRST = 'Keep it and mark it @deprecated; remove it when no operation uses it any more.';
const REQUIRED_LATER = 'Make it optional or give it a default; require it when all clients send it.';
const UNKNOWN_CASE = 'Answer it only when clients have a case for what they do not know.';
const OLD_DEFAULT = 'Keep the default, or let the clients that rely on it give the value first.';
const NEW_NAME = 'Keep it as it is and offer the new one under another name; then deprecate this one.';

/** How clients that a change breaks or surprises are spared, by inspector's name of the change. */
const REMEDIES: Readonly<Record<string, string>> = {
  FIELD_REMOVED: DEPRECATE_FIRST,
  ENUM_VALUE_REMOVED: DEPRECATE_FIRST,
  INPUT_FIELD_REMOVED: DEPRECATE_FIRST,
  FIELD_ARGUMENT_REMOVED: DEPRECATE_FIRST,
  TYPE_REMOVED: 'Keep it until no operation names it any more; deprecate the fields that lead to it first.',
  FIELD_ARGUMENT_ADDED: REQUIRED_LATER,
  INPUT_FIELD_ADDED: REQUIRED_LATER,
  FIELD_ARGUMENT_TYPE_CHANGED: NEW_NAME,
  INPUT_FIELD_TYPE_CHANGED: NEW_NAME,
  FIELD_TYPE_CHANGED: NEW_NAME,
  TYPE_KIND_CHANGED: 'Offer the new kind as a type of another name.',
  ENUM_VALUE_ADDED: UNKNOWN_CASE,
  UNION_MEMBER_ADDED: UNKNOWN_CASE,
  OBJECT_TYPE_INTERFACE_ADDED: UNKNOWN_CASE,
  FIELD_ARGUMENT_DEFAULT_CHANGED: OLD_DEFAULT,
  INPUT_FIELD_DEFAULT_VALUE_CHANGED: OLD_DEFAULT,
  UNION_MEMBER_REMOVED: 'Keep the member; a union may have members that are never returned.',
  OBJECT_TYPE_INTERFACE_REMOVED: 'Keep the interface until no operation spreads it on this type.',
  DIRECTIVE_REMOVED: 'Keep the directive until no operation carries it.',
  DIRECTIVE_ARGUMENT_ADDED: REQUIRED_LATER,
};

/** What to do about a change that somebody notices. */
export const remedyOf = (code: string): string => REMEDIES[code] ?? NEW_NAME;

/** What to do about one that nobody notices, as far as is known. */
export const forNobody = (known: number): string =>
  `None of ${known} known operations notices: go on if every client is recorded or trusted, otherwise deprecate it first.`;

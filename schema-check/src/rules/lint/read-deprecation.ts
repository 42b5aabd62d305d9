import { type ConstDirectiveNode, Kind } from 'graphql';

/** `removableAfter` is the day (YYYY-MM-DD) that the reason names. */
export type Deprecation = { reason: string | undefined; removableAfter: string | undefined };

const DAY = /remove(?:d)? after (\d{4}-\d{2}-\d{2})/i;

/** What `@deprecated` says of an element; undefined when it is not deprecated. */
export function deprecationOf(node: {
  directives?: readonly ConstDirectiveNode[] | undefined;
}): Deprecation | undefined {
  const directive = node.directives?.find(({ name }) => name.value === 'deprecated');
  if (!directive) return undefined;
  const value = directive.arguments?.find(({ name }) => name.value === 'reason')?.value;
  const reason = value?.kind === Kind.STRING && value.value.trim() !== '' ? value.value : undefined;
  return { reason, removableAfter: reason && DAY.exec(reason)?.[1] };
}

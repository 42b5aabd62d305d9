import type { ConstDirectiveNode } from 'graphql';
import { argumentsOf, directiveName, type Link } from '../supergraph/links.ts';
import { AUTHORIZATION } from './protections.ts';

/** What somebody must be or have. `anyOf`: all names of at least one of the lists; of no lists, none is ever enough. */
export type Requirement =
  | { kind: 'authenticated' }
  | { kind: 'scopes'; anyOf: readonly (readonly string[])[] }
  | { kind: 'policies'; anyOf: readonly (readonly string[])[] };

/** An element of a schema with the directives that stand on it. */
type Element = {
  astNode?: { directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;
  extensionASTNodes?: readonly { directives?: readonly ConstDirectiveNode[] | undefined }[] | undefined;
};

export type RequirementsReader = (element: Element) => readonly Requirement[];

type Reader = (given: Record<string, unknown>) => Requirement;

const READERS: readonly { identity: string; element: string; read: Reader }[] = [
  { identity: AUTHORIZATION.authenticated, element: 'authenticated', read: () => ({ kind: 'authenticated' }) },
  {
    identity: AUTHORIZATION.scopes,
    element: 'requiresScopes',
    read: ({ scopes }) => ({ kind: 'scopes', anyOf: alternatives(scopes) }),
  },
  {
    identity: AUTHORIZATION.policies,
    element: 'policy',
    read: ({ policies }) => ({ kind: 'policies', anyOf: alternatives(policies) }),
  },
];

/** Reads the authorization directives, by whatever names a supergraph links them; undefined when it links none. */
export function requirementsReader(links: readonly Link[]): RequirementsReader | undefined {
  const readers = new Map<string, Reader>();
  for (const { identity, element, read } of READERS)
    for (const link of links) if (link.identity === identity) readers.set(directiveName(link, element), read);
  if (readers.size === 0) return undefined;

  // Equal requirements are one object, so that they are compared by identity ever after.
  const known = new Map<string, Requirement>();
  const intern = (requirement: Requirement) => {
    const text = JSON.stringify(requirement);
    const first = known.get(text) ?? requirement;
    known.set(text, first);
    return first;
  };
  return ({ astNode, extensionASTNodes = [] }) =>
    [astNode, ...extensionASTNodes]
      .flatMap((node) => node?.directives ?? [])
      .flatMap((directive) => {
        const read = readers.get(directive.name.value);
        return read ? [intern(read(argumentsOf(directive)))] : [];
      });
}

/** Names of one list are in order, and so are the lists: `[["b", "a"]]` asks what `[["a", "b"]]` asks. */
function alternatives(given: unknown): string[][] {
  // GraphQL takes a single value for a list of one.
  const lists = asList(given).map((names) => asList(names).map(nameOf).sort());
  return lists.sort((one, other) => (String(one) < String(other) ? -1 : 1));
}

const asList = (given: unknown): readonly unknown[] => (Array.isArray(given) ? given : [given]);

function nameOf(name: unknown): string {
  if (typeof name === 'string') return name;
  throw new Error('an authorization directive of it has a name that is not a string');
}

import { parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { Credentials } from '../src/authorization/credentials.ts';
import { CASES, INHERITED, NOT_INHERITED, subgraphs } from './authorization-cases.ts';
import {
  anonymous,
  compose,
  left,
  type ProtectedGraph,
  protect,
  signedIn,
  tidy,
  withoutInheritance,
  withPolicies,
  withScopes,
} from './authorization-graph.ts';

const fails = () => {
  throw new Error('The policy engine is away.');
};

const PEOPLE = {
  anonymous,
  'signed in': signedIn,
  'scope a': withScopes('a'),
  'scope c': withScopes('c'),
  'scopes a and b': withScopes('b', 'a'),
  'policy p': withPolicies('p'),
  'policies p and q': withPolicies('q', 'p'),
  'policy r, later': { ...anonymous, decide: async () => new Set(['r']) },
  'scopes named like policies': withScopes('p', 'q', 'r'),
  'policies named like scopes': withPolicies('a', 'b', 'c'),
  'policies that throw': { ...withScopes('c'), decide: fails },
  'policies that reject': { ...withScopes('c'), decide: async () => fails() },
} satisfies Record<string, Credentials>;

type Person = keyof typeof PEOPLE;

const SIGNED_IN = Object.keys(PEOPLE).filter((person) => person !== 'anonymous' && person !== 'policy r, later');
const SCOPED: Person[] = ['scope c', 'scopes a and b', 'policies that throw', 'policies that reject'];

/** Each directive, as it is written under each of its names, and who may see what bears it. */
const DIRECTIVES: readonly { name: string; given: string; seenBy: readonly string[] }[] = [
  { name: 'authenticated', given: '', seenBy: SIGNED_IN },
  { name: 'requiresScopes', given: '(scopes: [["c"]])', seenBy: SCOPED.filter((it) => it !== 'scopes a and b') },
  { name: 'requiresScopes', given: '(scopes: [["a", "b"], ["c"]])', seenBy: SCOPED },
  { name: 'policy', given: '(policies: [["p", "q"], ["r"]])', seenBy: ['policies p and q', 'policy r, later'] },
];

const IMPORTS = {
  imported: (name: string) => ({ imports: `"@${name}"`, directive: name }),
  renamed: (name: string) => ({ imports: `{ name: "@${name}", as: "@only" }`, directive: 'only' }),
  'not imported': (name: string) => ({ imports: '"@tag"', directive: `federation__${name}` }),
};

const graphs = DIRECTIVES.flatMap(({ name, given, seenBy }) =>
  Object.entries(IMPORTS).map(([how, importAs]) => {
    const { imports, directive } = importAs(name);
    return { title: `@${name}${given}, ${how}`, imports, directive, given, seenBy };
  }),
);

describe.each(graphs)('$title', ({ imports, directive, given, seenBy }) => {
  const sdl = compose(...subgraphs(imports, `@${directive}${given}`));

  test.each(Object.entries({ ...CASES, 'an implementer': INHERITED }))('protects %s', async (_, cases) => {
    const graph = protect(sdl);
    for (const [query, rest] of cases) await expectLeft({ graph, query, rest, seenBy });
  });

  test('protects what it stood on in an older supergraph, where interfaces inherit nothing', async () => {
    const graph = protect(withoutInheritance(sdl, directive));
    const cases = [...Object.values(CASES).flat(), ...NOT_INHERITED];
    for (const [query, rest] of cases) await expectLeft({ graph, query, rest, seenBy });
  });
});

type Expected = { graph: ProtectedGraph; query: string; rest: string; seenBy: readonly string[] };

async function expectLeft({ graph, query, rest, seenBy }: Expected): Promise<void> {
  for (const [person, credentials] of Object.entries(PEOPLE)) {
    const remaining = await left(graph, query, credentials);
    expect(remaining, `${query} for ${person}`).toBe(tidy(seenBy.includes(person) ? query : rest));
    if (remaining !== '') expect(validate(graph.schema, parse(remaining))).toEqual([]);
  }
}

import { forbidden } from '@nexus/kit/errors';
import type { Guard, Guards } from '@nexus/kit/guards';
import { requireViewer } from './agreement.ts';
import { ROLES, type Role } from './events.ts';
import type { Viewer } from './viewer.ts';

/** `justSignedIn` is whoever proved who they are in this very request. */
type Asking = { viewer: Viewer | undefined; justSignedIn?: Viewer };

const signedIn: Guard<Asking> = (_, asking) => void requireViewer(asking);

const atLeast =
  (role: Role): Guard<Asking> =>
  (_, asking) => {
    if (!isAtLeast(role, requireViewer(asking))) throw forbidden('This takes another role.');
  };

/** Whether somebody may what a role may: each may all that those before it may. */
export const isAtLeast = (role: Role, { role: has = 'MEMBER' }: Viewer): boolean =>
  ROLES.indexOf(has) >= ROLES.indexOf(role);

/** What belongs to one person says whose it is in `userId`; the Viewer is that person. */
const ownOnly: Guard<Asking> = (object, asking) => {
  const { id, userId = id } = object as { id?: unknown; userId?: unknown };
  const { justSignedIn = requireViewer(asking), viewer } = asking;
  if (userId !== justSignedIn.id && userId !== viewer?.id) throw forbidden('This belongs to somebody else.');
};

/** Every rule a field may have, and what it checks before the field is resolved. */
const RULES = {
  /** Whoever asks; what is given out has rules of its own. */
  public: null,
  /** Whoever has the object it stands on. */
  sameAsParent: null,
  /** Whoever may see the object: it is loaded for them alone. */
  canView: null,
  /** Whoever may see the person and, where they keep it to their followers or to themselves, whom they know. */
  followGraph: null,
  /** The person whose object it is. */
  self: ownOnly,
  /** Whoever is signed in. */
  viewer: signedIn,
  /** Whoever is signed in and may see what the input names. */
  viewerWhoSees: signedIn,
  /** Whoever is signed in and made what the input names. */
  owner: signedIn,
  /** The same, and the author of the post it is under. */
  ownerOrHost: signedIn,
  /** Whoever is signed in and is the author of the post that the input's comment is under. */
  host: signedIn,
  'role:MODERATOR': atLeast('MODERATOR'),
  'role:ADMIN': atLeast('ADMIN'),
} satisfies Record<string, Guard<Asking> | null>;

export type Rule = keyof typeof RULES;

/** The rule of each field, by coordinate (`Post.text`). */
export type Policies = Readonly<Record<string, Rule>>;

/** The fields of each object type of a subgraph, as its generated resolver types name them. */
type FieldsOf<Resolvers> = {
  [Type in keyof Resolvers as NonNullable<Resolvers[Type]> extends NotAnObject ? never : Type]-?: Exclude<
    keyof NonNullable<Resolvers[Type]>,
    `__${string}`
  > &
    string;
};
type NotAnObject = { __resolveType: unknown } | { serialize: unknown };

type Words<Text> = Text extends `${infer First} ${infer Rest}` ? First | Words<Rest> : Text;
type Named<Ruled> = { [Name in keyof Ruled & Rule]: Words<Ruled[Name]> }[keyof Ruled & Rule];

/** The table itself where it is complete; where it is not, a sentence in its place that says what is wrong. */
type Complete<Fields, Table> = {
  [Type in keyof Fields]: Type extends keyof Table
    ? [Exclude<Fields[Type], Named<Table[Type]>>] extends [never]
      ? [Exclude<Named<Table[Type]>, Fields[Type]>] extends [never]
        ? Table[Type]
        : `the schema has no field ${Exclude<Named<Table[Type]>, Fields[Type]> & string}`
      : `who may have ${Exclude<Fields[Type], Named<Table[Type]>> & string}?`
    : Record<Rule, string>;
};

type Table = Record<string, Partial<Record<Rule, string>>>;

/**
 * The rule of every field of a subgraph: by type and rule, the fields it is for. Takes the generated resolver types, and
 * does not compile while a field has no rule or a rule no field.
 */
export function definePolicies<Resolvers>() {
  type Fields = FieldsOf<Resolvers>;
  return <const Given extends Table>(
    table: Given & Complete<Fields, Given> & { [Type in Exclude<keyof Given, keyof Fields>]: never },
  ): Policies => readPolicies(table);
}

function readPolicies(table: Table): Record<string, Rule> {
  const policies: Record<string, Rule> = {};
  for (const [type, ruled] of Object.entries(table)) {
    for (const [rule, fields] of Object.entries(ruled)) {
      for (const field of fields.split(' ')) {
        const coordinate = `${type}.${field}`;
        if (policies[coordinate]) throw new Error(`${coordinate} has two rules.`);
        // Object.entries forgets what the keys are.
        policies[coordinate] = rule as Rule;
      }
    }
  }
  return policies;
}

/** What the rules of a table ask before a field is resolved. */
export function guardsOf(policies: Policies): Guards {
  return Object.fromEntries(Object.entries(policies).map(([coordinate, rule]) => [coordinate, RULES[rule]]));
}

/**
 * The types that every subgraph has: whoever has one has its fields.
 *
 * @public The template of new subgraphs takes it.
 */
export const basePolicies = {
  ConflictError: { sameAsParent: 'message code path' },
  ForbiddenError: { sameAsParent: 'message code path' },
  NotFoundError: { sameAsParent: 'message code path' },
  RateLimitError: { sameAsParent: 'message code path retryAfterSeconds' },
  ValidationError: { sameAsParent: 'message code path' },
  PageInfo: { sameAsParent: 'hasNextPage hasPreviousPage startCursor endCursor' },
} as const;

/** The same, with those of subgraphs that show pictures. */
export const sharedPolicies = {
  ...basePolicies,
  Image: { sameAsParent: 'url thumbnailUrl width height blurhash altText' },
} as const;

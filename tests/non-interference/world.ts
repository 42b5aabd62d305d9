import fc from 'fast-check';

/** People by their place in a world: 0 is the viewer, 1 to 3 are people the viewer may see. */
export const VISIBLE_PEOPLE = 4;
const PLACES = 8;

type Post = { author: number; tag: number; minute: number };
type Comment = { author: number; post: number; parent: number | null; minute: number };
type Like = { person: number; target: number };
type Follow = { from: number; to: number };

/** What visible people did, all of it before anybody looks. */
export type History = { follows: Follow[]; posts: Post[]; comments: Comment[]; likes: Like[] };

/**
 * What somebody does whom the viewer may not see. A blocker does everything; a private stranger posts, comments and
 * likes among their own followers (what they leave under the posts of others is as public as those).
 */
export type HiddenLife = {
  kind: 'blocker' | 'private stranger';
  hidesFirst: boolean;
  follows: number[];
  followers: number[];
  posts: Omit<Post, 'author'>[];
  comments: Omit<Comment, 'author'>[];
  likes: number[];
  shares: number[];
  /** Has to do with what is the viewer's own, too. */
  meddles: boolean;
};

const visible = fc.nat({ max: VISIBLE_PEOPLE - 1 });
const place = fc.nat({ max: PLACES - 1 });
const minute = fc.nat({ max: 500 });
const tag = fc.nat({ max: 1 });
const parent = fc.option(place, { nil: null });
const few = <Item>(item: fc.Arbitrary<Item>) => fc.array(item, { maxLength: 4 });

export const histories: fc.Arbitrary<History> = fc.record({
  follows: few(fc.record({ from: visible, to: visible })),
  posts: fc.array(fc.record({ author: visible, tag, minute }), { minLength: 2, maxLength: 5 }),
  comments: few(fc.record({ author: visible, post: place, parent, minute })),
  likes: few(fc.record({ person: visible, target: place })),
});

export const hiddenLives: fc.Arbitrary<HiddenLife> = fc.record({
  kind: fc.constantFrom('blocker', 'private stranger'),
  hidesFirst: fc.boolean(),
  follows: few(visible),
  followers: few(fc.integer({ min: 1, max: VISIBLE_PEOPLE - 1 })),
  posts: few(fc.record({ tag, minute })),
  comments: few(fc.record({ post: place, parent, minute })),
  likes: few(place),
  shares: fc.array(place, { maxLength: 2 }),
  meddles: fc.boolean(),
});

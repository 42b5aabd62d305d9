import { type Person, placeOf, type Thing } from '../work/operation.ts';

/** A post, and who wrote it. */
export type Target = Thing & { author: Person };

/** What one writer has done to the world, as far as they were told: it says what each next operation has to come to. */
export type Model = {
  writer: Person;
  /** Reactions, follows and blocks by place; what is not there is `none`. */
  values: Map<string, string>;
  posts: Map<string, Target>;
  comments: Map<string, Thing>;
};

export const newModel = (writer: Person): Model => ({
  writer,
  values: new Map(),
  posts: new Map(),
  comments: new Map(),
});

export const valueAt = ({ values }: Model, place: string): string => values.get(place) ?? 'none';

/** Where a writer notes what they do to a person or a post. */
export const placesOf = ({ writer }: Model, { uuid }: Thing) => ({
  follow: placeOf('follow', writer.uuid, uuid),
  block: placeOf('block', writer.uuid, uuid),
  reaction: placeOf('reaction', writer.uuid, uuid),
});

/** Whether the writer has blocked somebody: they do not see each other. */
export const hasBlocked = (model: Model, person: Thing): boolean =>
  valueAt(model, placesOf(model, person).block) === 'yes';

import type { GraphQLObjectType } from 'graphql';
import { type Facts, factsFor, keyOf, type Mocked, own } from './facts.ts';
import { findId, idFor, prefixOf } from './ids.ts';
import { numberFrom } from './seed.ts';

/** Objects that exist elsewhere, by type: mocks refer to these before they invent any. */
export type KnownEntities = Readonly<Record<string, readonly Facts[]>>;

/** How many entities of a type are invented: few enough to meet again. */
const INVENTED = 24;

/** How many entities keep what was said of them. */
const REMEMBERED = 1_000;

/** What is known of entities since they were asked for: who was by a handle goes on to have it. */
function createMemory() {
  const said = new Map<string, Facts>();
  return {
    of: ({ name }: GraphQLObjectType, id: unknown): Facts => said.get(`${name} ${id}`) ?? {},
    keep({ name }: GraphQLObjectType, id: unknown, facts: Facts): void {
      if (said.size >= REMEMBERED) said.clear();
      said.set(`${name} ${id}`, { ...said.get(`${name} ${id}`), ...facts });
    },
  };
}

/** Which objects there are of each type with a key, and who they are. */
export function createEntities(known: KnownEntities) {
  const all = (type: GraphQLObjectType) => own(known, type.name) ?? [];
  const memory = createMemory();

  /** The object that a key names, and what else is known of it; the same whoever asks. */
  function named(type: GraphQLObjectType, given: Facts): Mocked {
    const id = idOf(type, given, all(type));
    const keys = keyOf(type);
    const found = all(type).find((facts) => facts.id === id);
    const facts: Facts = { ...found, ...memory.of(type, id), ...given, ...(id !== undefined && { id }) };
    const key = keys.filter((name) => Object.hasOwn(facts, name)).map((name) => [name, facts[name]]);
    return { __typename: type.name, seed: `${type.name} ${JSON.stringify(key)}`, facts, echo: {} };
  }

  /** One of those there are, in the given place after where a seed begins: neighbours in a list are different ones. */
  function some(type: GraphQLObjectType, seed: string, place = 0): Mocked {
    const there = all(type);
    const index = numberFrom(seed, there.length || INVENTED) + place;
    const facts = there[index % there.length] ?? { id: idFor(type, `${type.name} ${index % INVENTED}`) };
    return 'id' in type.getFields() ? named(type, facts) : anonymous(type, `${seed} ${index}`);
  }

  /** The one that arguments or an input speak of: by its id, or else by its fields; undefined when they speak of none. */
  function spokenOf(type: GraphQLObjectType, given: Facts): Mocked | undefined {
    if (keyOf(type).length === 0) return undefined;
    const id = findId(given, prefixOf(type));
    const facts = { ...factsFor(type, given), ...(id !== undefined && { id }) };
    if (Object.keys(facts).length === 0) return undefined;
    const object = named(type, facts);
    memory.keep(type, object.facts.id, facts);
    return object;
  }

  /** An object of which more is known now, also when it is next asked for by its key. */
  function remember(type: GraphQLObjectType, object: Mocked, more: Facts): Mocked {
    if (Object.keys(more).length === 0) return object;
    if (object.facts.id !== undefined) memory.keep(type, object.facts.id, more);
    return { ...object, facts: { ...object.facts, ...more } };
  }

  return { named, some, spokenOf, remember };
}

/** Who has no id given is who is known by the rest of it, or the one it is the seed of. */
function idOf(type: GraphQLObjectType, given: Facts, known: readonly Facts[]): string | undefined {
  if (!keyOf(type).includes('id')) return undefined;
  if (typeof given.id === 'string') return given.id;
  const entries = Object.entries(given);
  const found = known.find((facts) => entries.every(([name, value]) => facts[name] === value));
  return typeof found?.id === 'string' ? found.id : idFor(type, JSON.stringify(entries));
}

/** An object that has no key: it is what it is in its place. */
export const anonymous = (type: GraphQLObjectType, seed: string, echo: Facts = {}): Mocked => ({
  __typename: type.name,
  seed,
  facts: factsFor(type, echo),
  echo,
});

export type Entities = ReturnType<typeof createEntities>;

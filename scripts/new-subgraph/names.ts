import { Script } from 'node:vm';
import { StartupError } from '@nexus/kit/startup-error';

/** All forms in which a subgraph's name and that of what it owns are written, as `{{…}}` in the template has them. */
export type Names = ReturnType<typeof namesOf>;

// It is a schema and a role of Postgres, a host, a part of variables' names: all of them take one word.
const SUBGRAPH = /^[a-z]{3,24}$/;
const ENTITY = /^[A-Z][a-z]+([A-Z][a-z]+)*$/;
const MAX_ENTITY_LENGTH = 40;
/** What every subgraph has already: types, folders, tables, names in its code and in what is generated for it. */
const NO_ENTITIES = [
  ...['Subscription', 'Erasure', 'Inbox', 'Idempotency', 'PersonErasure', 'Id', 'Row', 'Undefined'],
  ...['Array', 'Context', 'Date', 'Exclude', 'Maybe', 'Omit', 'Partial', 'Pick', 'Promise', 'Record'],
  ...['Resolver', 'Resolvers', 'Scalars'],
];

/** What a subgraph is called and what it owns: `messages` owns Message unless said otherwise. */
export function readNames(subgraph: string, entity: string = entityOf(subgraph)): Names {
  if (!SUBGRAPH.test(subgraph)) {
    throw new StartupError(
      `“${subgraph}” names no subgraph: take one word of 3 to 24 small letters, such as messages.`,
    );
  }
  if (!ENTITY.test(entity) || entity.length > MAX_ENTITY_LENGTH) {
    throw new StartupError(`“${entity}” names no type: write it as DirectMessage, with at most 40 letters.`);
  }
  if (NO_ENTITIES.includes(entity) || isKeyword(uncapitalised(entity))) {
    throw new StartupError(`“${entity}” means something else in code: take another word, with --entity.`);
  }
  return namesOf(subgraph, entity);
}

function isKeyword(word: string): boolean {
  try {
    return word === 'await' || !new Script(`'use strict'; let ${word};`);
  } catch {
    return true;
  }
}

/** What a subgraph owns by its name: stories own Story; what is no plural owns items. */
function entityOf(subgraph: string): string {
  const isPlural = /[^s]s$/.test(subgraph);
  return capitalised(isPlural ? singularOf(subgraph) : `${subgraph}Item`);
}

function singularOf(plural: string): string {
  if (plural.endsWith('ies')) return `${plural.slice(0, -3)}y`;
  return plural.slice(0, /(s|x|z|ch|sh)es$/.test(plural) ? -2 : -1);
}

function pluralOf(singular: string): string {
  if (/[^aeiou]y$/.test(singular)) return `${singular.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(singular) ? `${singular}es` : `${singular}s`;
}

function namesOf(subgraph: string, Entity: string) {
  const Entities = pluralOf(Entity);
  const [entity, entities] = [uncapitalised(Entity), uncapitalised(Entities)];
  const [word, words] = [joined(entity, ' '), joined(entities, ' ')];
  const article = /^[aeiou]/.test(word) ? 'an' : 'a';
  return {
    subgraph,
    ...{ Entity, Entities, entity, entities },
    'entity-file': joined(entity, '-'),
    'entities-file': joined(entities, '-'),
    entity_key: joined(entity, '_'),
    entities_key: joined(entities, '_'),
    ...{ word, words },
    'a word': `${article} ${word}`,
    'A word': `${capitalised(article)} ${word}`,
  };
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const uncapitalised = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const joined = (camel: string, by: string) => camel.replaceAll(/[A-Z]/g, (letter) => by + letter.toLowerCase());

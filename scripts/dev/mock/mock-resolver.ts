import {
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { anonymous, createEntities, type Entities, type KnownEntities } from './entities.ts';
import { type Facts, isFacts, isMocked, keyOf, type Mocked, own } from './facts.ts';
import { findId, prefixOf } from './ids.ts';
import { inventLeaf } from './leaf.ts';
import { cursorOf, type Page, pageOf, seedOfArguments } from './page.ts';
import { numberFrom } from './seed.ts';

export type MockOptions = {
  known?: KnownEntities;
  /** Answers to a field, by coordinate (`Query.viewer`), or to all of a type: null, a leaf's value, facts of an object. */
  answers?: Readonly<Record<string, (context: unknown) => unknown>>;
};

type Asked = { field: string; seed: string; args: Facts; parent: Mocked; info: GraphQLResolveInfo };

/** Answers every field of a schema: never with an error, and the same for the same object and arguments each time. */
export function createMockResolver({ known = {}, answers = {} }: MockOptions): GraphQLFieldResolver<unknown, unknown> {
  const entities = createEntities(known);
  return (...given) => {
    const [source, , context, info] = given;
    const args: Facts = given[1];
    const { parentType, fieldName, returnType } = info;
    const parent = mockedOf(entities, parentType, source);
    const answer = own(answers, `${parentType.name}.${fieldName}`) ?? own(answers, `${returnType}`.replace('!', ''));
    const fact = answer ? answer(context) : own(parent.facts, fieldName);
    const seed = `${parent.seed}.${fieldName}${seedOfArguments(args)}`;
    const asked = { field: fieldName, seed, args, parent, info };
    return fact === undefined
      ? invent(entities, returnType, asked)
      : complete(entities, returnType, { ...asked, fact });
  };
}

/** A root object has no source; a representation of an entity is its key and what else is required. */
function mockedOf(entities: Entities, type: GraphQLObjectType, source: unknown): Mocked {
  if (isMocked(source)) return source;
  if (!isFacts(source)) return anonymous(type, type.name);
  const { __typename, ...given } = source;
  return entities.named(type, given);
}

/** Makes objects of facts, where a field has objects. */
function complete(entities: Entities, type: GraphQLOutputType, { fact, ...asked }: Asked & { fact: unknown }): unknown {
  if (isNonNullType(type)) return complete(entities, type.ofType, { ...asked, fact });
  if (isListType(type) && Array.isArray(fact)) {
    return fact.map((item, place) =>
      complete(entities, type.ofType, { ...asked, seed: `${asked.seed} ${place}`, fact: item }),
    );
  }
  const named = getNamedType(type);
  if (isLeafType(named) || !isFacts(fact) || isMocked(fact)) return fact;
  const object = isAbstractType(named) ? typeOf(named, { ...asked, args: fact }) : named;
  if (keyOf(object).some((name) => Object.hasOwn(fact, name))) return entities.named(object, fact);
  return { __typename: object.name, seed: asked.seed, facts: fact, echo: {} };
}

function invent(entities: Entities, type: GraphQLOutputType, asked: Asked): unknown {
  if (isNonNullType(type)) return invent(entities, type.ofType, asked);
  if (isListType(type)) return inventList(entities, type.ofType, asked);
  const { field, seed, args, parent } = asked;
  if (isLeafType(type)) return echoedId(field, parent.echo) ?? inventLeaf(type, field, seed);
  const object = isObjectType(type) ? type : typeOf(type, asked);
  const connection = asConnection(entities, object, asked);
  if (connection) return connection;
  const given = inputOf(args);
  // What a payload shows is what the input was about.
  const spoken = entities.spokenOf(object, { ...parent.echo, ...given });
  if (spoken) return spoken;
  return keyOf(object).length > 0 ? entities.some(object, seed) : anonymous(object, seed, given);
}

const inputOf = (args: Facts): Facts => (isFacts(args.input) ? flat(args.input) : args);

/** With what is in objects of it: of `{ password: { handle } }` the handle, too. */
function flat(input: Facts): Facts {
  const inner = Object.values(input).filter(isFacts).map(flat);
  return Object.assign({}, ...inner, input);
}

/** Of `deletedPostId` this is the id of a post that the input named. */
function echoedId(field: string, echo: Facts): string | undefined {
  const kind = field.match(/^(?:deleted|removed)(\w+)Id$/)?.[1]?.toLowerCase();
  return kind === undefined ? undefined : findId(echo, kind);
}

/** Of an interface or a union: the type whose id was given, otherwise mostly the first. */
function typeOf(type: GraphQLAbstractType, { seed, args, info }: Asked): GraphQLObjectType {
  const [first, ...others] = info.schema.getPossibleTypes(type);
  if (!first) throw new Error(`${type.name} has no types`);
  const byName = [first, ...others].find(({ name }) => name === args.__typename);
  const byId = [first, ...others].find(
    (candidate) => 'id' in candidate.getFields() && findId(args, prefixOf(candidate)) !== undefined,
  );
  const isUsual = numberFrom(`${seed} usual`, 3) > 0;
  return byName ?? byId ?? (isUsual ? first : (others[numberFrom(seed, others.length)] ?? first));
}

function inventList(entities: Entities, type: GraphQLOutputType, asked: Asked): unknown {
  const { field, seed, args } = asked;
  // Nothing goes wrong in a mock.
  if (/errors$/i.test(field)) return [];
  const ids = Object.values(args).find((value) => Array.isArray(value) && value.every((id) => typeof id === 'string'));
  if (/^ids$/.test(Object.keys(args).find((name) => args[name] === ids) ?? '') && Array.isArray(ids)) {
    return ids.map((id: string) => invent(entities, type, { ...asked, seed: `${seed} ${id}`, args: { id } }));
  }
  return itemsOf(entities, type, { ...asked, page: pageOf(args, seed) });
}

type Items = Asked & { page: Page };

function itemsOf(entities: Entities, type: GraphQLOutputType, { page, ...asked }: Items): unknown[] {
  const { seed } = asked;
  const object = getNamedType(type);
  const isOfEntities = isObjectType(object) && keyOf(object).length > 0;
  return Array.from({ length: page.to - page.from }, (_, offset) => {
    const place = page.from + offset;
    const item = isOfEntities
      ? entities.some(object, seed, place)
      : invent(entities, type, { ...asked, seed: `${seed} ${place}`, args: {} });
    return isObjectType(object) && isMocked(item)
      ? entities.remember(object, item, backReference(object, asked))
      : item;
  });
}

/**
 * What is listed below an object is of that object: a comment below a post has it as its `post`. So it is where one field
 * of an item, and no other, is an object of the owner's type.
 */
function backReference(item: GraphQLObjectType, { parent, info }: Asked): Facts {
  const owner = info.parentType;
  if (item === owner || keyOf(owner).length === 0) return {};
  const isBack = ({ type, args }: GraphQLField<unknown, unknown>) =>
    getNullableType(type) === owner && args.length === 0;
  const [field, ...others] = Object.values(item.getFields()).filter(isBack);
  return field && others.length === 0 ? { [field.name]: parent } : {};
}

/** A Relay connection: `edges`, or `nodes`, and `pageInfo`; undefined for what is none. */
function asConnection(entities: Entities, type: GraphQLObjectType, asked: Asked): Mocked | undefined {
  const { edges, pageInfo } = type.getFields();
  const edge = edges && getNamedType(edges.type);
  if (!pageInfo || !isObjectType(edge)) return undefined;
  const { seed, args } = asked;
  const page = pageOf(args, seed);
  const node = edge.getFields().node?.type;
  const nodes = node ? itemsOf(entities, node, { ...asked, page }) : [];
  const facts = {
    edges: nodes.map((one, offset) => ({ node: one, cursor: cursorOf(page.from + offset) })),
    nodes,
    totalCount: page.total,
    pageInfo: {
      hasNextPage: page.to < page.total,
      hasPreviousPage: page.from > 0,
      startCursor: nodes.length > 0 ? cursorOf(page.from) : null,
      endCursor: nodes.length > 0 ? cursorOf(page.to - 1) : null,
    },
  };
  return { __typename: type.name, seed, facts, echo: {} };
}

import {
  type GraphQLAbstractType,
  type GraphQLCompositeType,
  type GraphQLLeafType,
  type GraphQLOutputType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { pathName } from '../plan/paths.ts';
import { isObject, type Source } from '../source.ts';
import { type IsLeaf, leafCheck } from './leaf.ts';
import type { ObjectShape, ShapeCompiler } from './shape.ts';
import { absent, BUBBLE, invalid, type Position, type Shaping, withoutValue } from './shaping.ts';

/** Reads a field of a source object and completes its value. */
export type Read = (source: Source, shaping: Shaping) => unknown;

/** Completes a value at the present path. */
type Complete = (value: unknown, shaping: Shaping) => unknown;

type Place = { position: Position; path: readonly string[] };

/** Compiles CompleteValue for a field of this type. */
export function completeField(compiler: ShapeCompiler, type: GraphQLOutputType, place: Place): Read {
  const isRequired = isNonNullType(type);
  const inner = isRequired ? type.ofType : type;
  if (isListType(inner) || isCompositeType(inner)) {
    const complete = completePresent(compiler, inner, { ...place, path: [...place.path, place.position.key] });
    return readBranch(complete, place, { isRequired, slot: slotOf(compiler, place) });
  }
  return readLeaf(leafCheck(inner), place.position, { isRequired, what: 'value' });
}

/** Entities, and what is nested in them, may stand at several places. */
function slotOf(compiler: ShapeCompiler, { position, path }: Place): number | undefined {
  const paths = [path, [...path, position.key]].map(pathName).filter(compiler.isEntityPath);
  return paths.length > 0 ? compiler.slotFor(paths) : undefined;
}

type Rule = { isRequired: boolean };

function readLeaf(isValid: IsLeaf, position: Position, { isRequired, what }: Rule & { what: string }): Read {
  const { name, key } = position;
  return (source, shaping) => {
    const value = source[key];
    if (isValid(value)) return value;
    if (value === null || value === undefined) return missing(position, shaping, { source, isRequired });
    shaping.path.push(name);
    invalid({ position, shaping, what });
    shaping.path.pop();
    return isRequired ? BUBBLE : null;
  };
}

function readBranch(complete: Complete, { position }: Place, rule: Rule & { slot: number | undefined }): Read {
  const { name, key } = position;
  const { isRequired, slot } = rule;
  return (source, shaping) => {
    const value = source[key];
    if (value === null || value === undefined) return missing(position, shaping, { source, isRequired });
    const once = slot === undefined ? undefined : shaping.shaped[slot];
    // Values of branches are objects and lists; anything else is not found here, and refused below.
    const known = once?.get(value as object);
    if (known !== undefined) return known;
    const errors = shaping.errors.length;
    shaping.path.push(name);
    const completed = complete(value, shaping);
    shaping.path.pop();
    if (completed === BUBBLE) return withoutValue(shaping, isRequired);
    // What holds errors is shaped again at its next place: they have other paths there.
    if (shaping.errors.length === errors) once?.set(value as object, completed);
    return completed;
  };
}

/** Null where it is allowed and nothing failed. */
function missing(position: Position, shaping: Shaping, { source, isRequired }: Rule & { source: Source }): unknown {
  if (isRequired) return absent(position, shaping, source);
  if (source[position.key] === undefined && shaping.failures.of(source, position.key)) {
    absent(position, shaping, source);
  }
  return null;
}

/** Completes what is neither null nor undefined; gives BUBBLE for a value that cannot be. */
function completePresent(compiler: ShapeCompiler, type: GraphQLOutputType, place: Place): Complete {
  if (isListType(type)) return completeList(completeItem(compiler, type.ofType, place), place.position);
  if (isObjectType(type)) {
    return completeObject(compiler.objectShape(type, place.position.nodes, place.path), place.position);
  }
  if (isCompositeType(type)) return completeAbstract(compiler, type, place);
  // Only leaves are left: non-null types were unwrapped by the caller.
  return completeLeaf(leafCheck(type as GraphQLLeafType), place.position);
}

function completeLeaf(isValid: IsLeaf, position: Position): Complete {
  return (value, shaping) => (isValid(value) ? value : invalid({ position, shaping, what: 'value' }));
}

function completeItem(compiler: ShapeCompiler, type: GraphQLOutputType, place: Place): Complete {
  const isRequired = isNonNullType(type);
  const complete = completePresent(compiler, isRequired ? type.ofType : type, place);
  return (value, shaping) => {
    if (value === null || value === undefined) {
      return isRequired ? absent(place.position, shaping, undefined) : null;
    }
    const completed = complete(value, shaping);
    return completed === BUBBLE ? withoutValue(shaping, isRequired) : completed;
  };
}

function completeList(item: Complete, position: Position): Complete {
  return (value, shaping) => {
    if (!Array.isArray(value)) return invalid({ position, shaping, what: 'list' });
    const items: unknown[] = [];
    const { path } = shaping;
    const depth = path.push(0) - 1;
    for (let index = 0; index < value.length; index++) {
      path[depth] = index;
      const completed = item(value[index], shaping);
      if (completed === BUBBLE) break;
      items.push(completed);
    }
    path.pop();
    return items.length < value.length ? BUBBLE : items;
  };
}

function completeObject(shape: ObjectShape, position: Position): Complete {
  return (value, shaping) => (isObject(value) ? shape(value, shaping) : invalid({ position, shaping, what: 'object' }));
}

/** The shape depends on the runtime type; each is compiled when it is first seen. */
function completeAbstract(compiler: ShapeCompiler, type: GraphQLAbstractType, { position, path }: Place): Complete {
  const shapes = new Map<unknown, ObjectShape>();
  const compile = (typename: unknown) => {
    const runtime = runtimeType(compiler, type, typename);
    const shape = runtime && compiler.objectShape(runtime, position.nodes, path);
    if (shape) shapes.set(typename, shape);
    return shape;
  };
  return (value, shaping) => {
    if (!isObject(value)) return invalid({ position, shaping, what: 'object' });
    const shape = shapes.get(value.__typename) ?? compile(value.__typename);
    return shape ? shape(value, shaping) : invalid({ position, shaping, what: '__typename' });
  };
}

/** Without a runtime type only what the abstract type itself promises can be shaped. */
function runtimeType(
  { schema }: ShapeCompiler,
  type: GraphQLAbstractType,
  typename: unknown,
): GraphQLCompositeType | undefined {
  if (typename === undefined || (typename === type.name && isInterfaceType(type))) return type;
  const runtime = typeof typename === 'string' ? schema.getType(typename) : undefined;
  if (!runtime || !('getInterfaces' in runtime) || !isCompositeType(runtime)) return undefined;
  return schema.isSubType(type, runtime) ? runtime : undefined;
}

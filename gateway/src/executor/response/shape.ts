import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNullableType,
  isCompositeType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type SelectionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import type { Fragments } from '../../document/fragments.ts';
import type { SharedPaths } from '../plan/paths.ts';
import type { Source } from '../source.ts';
import { type Collecting, collectFields } from './collect-fields.ts';
import { completeField, type Read } from './complete.ts';
import { generateObject, type ObjectField } from './generate-object.ts';
import { BUBBLE, type Shaping } from './shaping.ts';

/** Makes the answer's object of a source object; BUBBLE when a null in it is not allowed. */
export type ObjectShape = (source: Source, shaping: Shaping) => Source | typeof BUBBLE;

/** Makes an answer of what was delivered, with what is told of it. */
export type ResponseShape = (
  source: Source,
  response: Pick<Shaping, 'errors' | 'failures' | 'introspection'> & { shared: SharedPaths },
) => Source | typeof BUBBLE;

export type ShapedOperation = {
  schema: GraphQLSchema;
  root: GraphQLObjectType;
  selectionSet: SelectionSetNode;
  fragments: Fragments;
  isIncluded(selection: SelectionNode): boolean;
  /** The name under which a field was fetched. */
  keyOf(field: FieldNode, definition: GraphQLField<unknown, unknown>): string;
  /** Whether a field is null whatever was fetched. */
  isWithheld(field: FieldNode): boolean;
  /** Whether objects at a path of keys of this name are filled by entity fetches. */
  isEntityPath(name: string): boolean;
};

/** What the closures of one operation are compiled with. */
export type ShapeCompiler = Collecting &
  Pick<ShapedOperation, 'keyOf' | 'isWithheld' | 'isEntityPath'> & {
    objectShape(type: GraphQLCompositeType, nodes: readonly FieldNode[], path: readonly string[]): ObjectShape;
    /** A number for a field whose values stand at several places if objects at one of these paths do. */
    slotFor(paths: readonly string[]): number;
  };

/**
 * Compiles the response of an operation to closures: what the specification calls ExecuteSelectionSet and
 * CompleteValue (section 6.4), over objects that subgraphs have already delivered under their response names.
 */
export function compileShape(operation: ShapedOperation): ResponseShape {
  let slots = 0;
  const slotsAt = new Map<string, number[]>();
  const compiler: ShapeCompiler = {
    ...operation,
    slotFor(paths) {
      for (const path of paths) slotsAt.set(path, [...(slotsAt.get(path) ?? []), slots]);
      return slots++;
    },
    objectShape: (type, nodes, path) =>
      compileObject(compiler, type, { sets: nodes.flatMap(({ selectionSet }) => selectionSet ?? []), path }),
  };
  const shape = compileObject(compiler, operation.root, { sets: [operation.selectionSet], path: [] });
  return (source, { shared, ...response }) => {
    const shaped: Shaping['shaped'] = [];
    for (const path of shared) for (const slot of slotsAt.get(path) ?? []) shaped[slot] ??= new Map();
    return shape(source, { ...response, path: [], shaped });
  };
}

type Selected = { sets: readonly SelectionSetNode[]; path: readonly string[] };

function compileObject(compiler: ShapeCompiler, type: GraphQLCompositeType, { sets, path }: Selected): ObjectShape {
  const fields = [...collectFields(sets, type, compiler)];
  return generateObject(fields.map(([name, nodes]) => compileField(compiler, type, { name, nodes, path })));
}

type Selection = { name: string; nodes: readonly FieldNode[]; path: readonly string[] };

function compileField(compiler: ShapeCompiler, type: GraphQLCompositeType, selection: Selection): ObjectField {
  const { name, nodes, path } = selection;
  const field = nodes[0]?.name.value ?? name;
  const known = knownValue(compiler, type, { name, field, nodes });
  if (known) return { name, read: known, scalar: undefined };
  const definition = fieldOf(type, field);
  const key = nodes[0] ? compiler.keyOf(nodes[0], definition) : name;
  const position = { parent: type.name, field, name, key, nodes };
  const read = completeField(compiler, definition.type, { position, path });
  // A field called `constructor` is also a property of every object.
  if (key in Object.prototype)
    return { name, read: (source, shaping) => read(withOwnOnly(source), shaping), scalar: undefined };
  const leaf = getNullableType(definition.type);
  return { name, read, scalar: isScalarType(leaf) ? { key, type: leaf.name } : undefined };
}

type Named = { name: string; field: string; nodes: readonly FieldNode[] };

/** How a field is read that nothing was fetched for; undefined for all others. */
function knownValue(compiler: ShapeCompiler, type: GraphQLCompositeType, named: Named): Read | undefined {
  const { name, field, nodes } = named;
  if (field === TypeNameMetaFieldDef.name) {
    return isObjectType(type) && !nodes.every(compiler.isWithheld) ? () => type.name : () => BUBBLE;
  }
  if (field.startsWith('__')) return (_, { introspection }) => introspection[name] ?? null;
  if (!nodes.some(compiler.isWithheld)) return undefined;
  return isNonNullType(fieldOf(type, field).type) ? () => BUBBLE : () => null;
}

const withOwnOnly = (source: Source): Source => Object.assign(Object.create(null), source);

function fieldOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> {
  const field = isCompositeType(type) && 'getFields' in type ? type.getFields()[name] : undefined;
  if (!field) throw new Error(`There is no field ${type.name}.${name}.`);
  return field;
}

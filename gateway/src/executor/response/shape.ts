import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isCompositeType,
  isNonNullType,
  isObjectType,
  type SelectionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import { type Collecting, collectFields } from './collect-fields.ts';
import { completeField, type Read } from './complete.ts';
import { BUBBLE, type Shaping, type Source } from './shaping.ts';

/** Makes the answer's object of a source object; BUBBLE when a null in it is not allowed. */
export type ObjectShape = (source: Source, shaping: Shaping) => Source | typeof BUBBLE;

export type ShapedOperation = {
  schema: GraphQLSchema;
  root: GraphQLObjectType;
  selectionSet: SelectionSetNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  isIncluded(selection: SelectionNode): boolean;
  /** The name under which a field was fetched. */
  keyOf(field: FieldNode, definition: GraphQLField<unknown, unknown>): string;
  /** Whether a field is null whatever was fetched. */
  isWithheld(field: FieldNode): boolean;
  /** Whether objects at this path of keys, without list indexes, are filled by entity fetches. */
  isEntityPath(path: readonly string[]): boolean;
};

/** What the closures of one operation are compiled with. */
export type ShapeCompiler = Collecting &
  Pick<ShapedOperation, 'keyOf' | 'isWithheld' | 'isEntityPath'> & {
    objectShape(type: GraphQLCompositeType, nodes: readonly FieldNode[], path: readonly string[]): ObjectShape;
    /** A number for each field whose values may stand at several places. */
    nextSlot(): number;
  };

/**
 * Compiles the response of an operation to closures: what the specification calls ExecuteSelectionSet and
 * CompleteValue (section 6.4), over objects that subgraphs have already delivered under their response names.
 */
export function compileShape(operation: ShapedOperation): ObjectShape {
  let slots = 0;
  const compiler: ShapeCompiler = {
    ...operation,
    nextSlot: () => slots++,
    objectShape: (type, nodes, path) =>
      compileObject(compiler, type, { sets: nodes.flatMap(({ selectionSet }) => selectionSet ?? []), path }),
  };
  return compileObject(compiler, operation.root, { sets: [operation.selectionSet], path: [] });
}

type Selected = { sets: readonly SelectionSetNode[]; path: readonly string[] };

function compileObject(compiler: ShapeCompiler, type: GraphQLCompositeType, { sets, path }: Selected): ObjectShape {
  const fields = [...collectFields(sets, type, compiler)].map(([name, nodes]) => ({
    name,
    read: compileField(compiler, type, { name, nodes, path }),
  }));
  const blank = fields.some(({ name }) => name === '__proto__') ? () => Object.create(null) : () => ({});
  return (source, shaping) => {
    const shaped: Source = blank();
    for (const { name, read } of fields) {
      const value = read(source, shaping);
      if (value === BUBBLE) return BUBBLE;
      shaped[name] = value;
    }
    return shaped;
  };
}

type Selection = { name: string; nodes: readonly FieldNode[]; path: readonly string[] };

function compileField(compiler: ShapeCompiler, type: GraphQLCompositeType, { name, nodes, path }: Selection): Read {
  const field = nodes[0]?.name.value ?? name;
  if (field === TypeNameMetaFieldDef.name) {
    return isObjectType(type) && !nodes.every(compiler.isWithheld) ? () => type.name : () => BUBBLE;
  }
  if (field.startsWith('__')) return (_, { introspection }) => introspection[name] ?? null;
  const definition = fieldOf(type, field);
  if (nodes.some(compiler.isWithheld)) return () => (isNonNullType(definition.type) ? BUBBLE : null);
  const key = nodes[0] ? compiler.keyOf(nodes[0], definition) : name;
  const position = { parent: type.name, field, name, key, nodes };
  const isEntity = compiler.isEntityPath(path) || compiler.isEntityPath([...path, key]);
  const read = completeField(compiler, definition.type, { position, path, isEntity });
  // A field called `constructor` is also a property of every object.
  return key in Object.prototype ? (source, shaping) => read(withOwnOnly(source), shaping) : read;
}

const withOwnOnly = (source: Source): Source => Object.assign(Object.create(null), source);

function fieldOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> {
  const field = isCompositeType(type) && 'getFields' in type ? type.getFields()[name] : undefined;
  if (!field) throw new Error(`There is no field ${type.name}.${name}.`);
  return field;
}

import type { DirectiveLocation } from 'graphql';
import type { RootNames } from './supergraph-types.ts';

/**
 * A schema in a form that is handed from thread to thread and built of in little time. Types are called by their texts,
 * such as `[Post!]!`.
 */
export type SchemaDescription = {
  description: string | undefined;
  roots: RootNames;
  /** In the order of the schema. */
  types: readonly TypeDescription[];
  directives: readonly DirectiveDescription[];
};

/** What a type consists of is JSON, which is read when it is built, and leaves nothing behind. */
export type TypeDescription = { name: string; description: string | undefined } & (
  | { kind: 'scalar'; specifiedByURL: string | undefined }
  | { kind: 'object' | 'interface'; interfaces: readonly string[]; fields: Json<Record<string, FieldDescription>> }
  | { kind: 'union'; members: readonly string[] }
  | { kind: 'enum'; values: Json<Record<string, ValueDescription>> }
  | { kind: 'input'; fields: Json<Record<string, InputDescription>>; isOneOf: boolean }
);

export type FieldDescription = ValueDescription & { type: string; args: Record<string, InputDescription> };

/** Its default value is text, as in an SDL. */
export type InputDescription = ValueDescription & { type: string; defaultValue?: string | undefined };

export type ValueDescription = { description?: string | undefined; deprecationReason?: string | undefined };

export type DirectiveDescription = {
  name: string;
  description: string | undefined;
  locations: readonly DirectiveLocation[];
  isRepeatable: boolean;
  args: Record<string, InputDescription>;
};

declare const what: unique symbol;
/** The text of a value. */
export type Json<Value> = string & { [what]: Value };

// A border: `Json` says what a text was made of.
export const toJson = <Value>(value: Value): Json<Value> => JSON.stringify(value) as Json<Value>;
export const fromJson = <Value>(text: Json<Value>): Value => JSON.parse(text);

import type { Operation } from './operation.ts';

/** 1-based; `file` relative to the working directory. */
export type Place = { file: string; line: number; column: number };

/** `error` fails the check, `warning` wants a decision, `notice` is only said. */
export type Severity = 'error' | 'warning' | 'notice';

/** What somebody has to know about a change of the schema, and what they can do about it. */
export type Finding = {
  /** What kind of thing it is, in capitals as composition's codes: `FIELD_REMOVED`, `AUTHORIZATION_TIGHTENED`. */
  code: string;
  severity: Severity;
  message: string;
  /** A way out, as an imperative sentence. */
  remedy: string;
  /** What it is about, as a schema coordinate: `Post.text`, `Query.posts(first:)`. */
  coordinate: string | undefined;
  /** In the schema as it becomes; of what is gone, in the schema as it was. */
  place: Place | undefined;
  /** The variant (contract) in which it is so; undefined for the whole supergraph. */
  variant: string | undefined;
  /** The operations that it concerns, the most used first. */
  operations: readonly Operation[];
};

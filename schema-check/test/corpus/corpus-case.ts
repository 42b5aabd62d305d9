/** A change of the graph in `social/`, and what has to be said of it. */
export type CorpusCase = {
  /** What somebody does. */
  title: string;
  /** Why the verdict is right, in a sentence. */
  why: string;
  /** What becomes of each file: `-` and `+` before lines, others show where. A file of which all is `+` is added to. */
  patch: Readonly<Record<string, string>>;
  /**
   * All errors and warnings, and the notices that matter: `error FIELD_REMOVED User.email: Me`, the operations after the
   * colon.
   */
  verdict: readonly string[];
};

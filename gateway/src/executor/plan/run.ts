import type { GraphQLFormattedError } from 'graphql';
import { CLIENTS_REPRESENTATIONS, REPRESENTATIONS } from '../field-keys.ts';
import type { Path, Source } from '../source.ts';
import type { FetchOperation, SubgraphAnswer } from '../transport.ts';
import type { EntityMemo } from './entity-batch.ts';
import type { Failures } from './failures.ts';

/** One execution of a plan. */
export type Run = {
  /** As the client sent them. */
  variables: Readonly<Record<string, unknown>>;
  /** Whether a variable of type Boolean is true, its default considered. */
  isTrue(variable: string): boolean;
  /** What the subgraphs have delivered so far. */
  data: Source;
  /** Tells an error that a subgraph reported, at a path of the data; false when enough has been told. */
  tell(error: GraphQLFormattedError, subgraph: string, path?: Path): boolean;
  failures: Failures;
  /** Entities that several fetches of the plan ask for alike, by the number of their signature. */
  memos: (EntityMemo | undefined)[];
  /** Where one delivered object was put in several places. */
  shared: Set<string>;
  /** The objects at paths that were walked, each once, by the paths' names; good until more objects are delivered. */
  standing: Map<string, readonly Source[]>;
  ask(operation: FetchOperation, variables: string): Promise<SubgraphAnswer>;
};

/** A node of a plan as a function: fills these objects, never rejects. Undefined when there is nothing to wait for. */
export type Step = (run: Run, objects: readonly Source[]) => Promise<void> | undefined;

/** Variables of a fetch as JSON text; those the client left out are left out. */
export function writeVariables(
  variables: Run['variables'],
  names: readonly string[],
  representations?: string,
): string {
  let text = representations === undefined ? '' : `"${REPRESENTATIONS}":${representations}`;
  for (const name of names) {
    const given = name === CLIENTS_REPRESENTATIONS ? REPRESENTATIONS : name;
    const value = Object.hasOwn(variables, given) ? variables[given] : undefined;
    if (value !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${JSON.stringify(value)}`;
  }
  return `{${text}}`;
}

import { join, relative } from 'node:path';
import { readSubgraph, type SubgraphText } from '@nexus/gateway/composition/parse-subgraph';
import type { Problem } from '@nexus/gateway/composition/problem';
import type { SubgraphSource } from '@nexus/gateway/composition/supergraph-config';
import { reasonOf } from '@nexus/kit/reasons';
import type { Composer } from './composition.ts';
import type { ProblemBoard } from './problem-board.ts';
import type { Candidate, WatchedSubgraph } from './watched-subgraph.ts';

type Workshop = {
  root: string;
  sources: readonly SubgraphSource[];
  watched: readonly WatchedSubgraph[];
  composer: Composer;
  board: ProblemBoard;
  /** Told of a supergraph that will probably be published; undefined: of none any more. */
  expect(supergraph: string | undefined): void;
  /** Has a supergraph of these schemas served; resolves when it is. */
  publish(supergraph: string, texts: readonly SubgraphText[]): Promise<void>;
  say(text: string): void;
};

export type Rounds = {
  /** What was saved is served as soon as the round before has ended. */
  save(files: readonly string[]): void;
  /** Does all that a save of a schema takes, again and again until the first one, which then finds optimized code. */
  rehearse(): void;
  ended(): Promise<void>;
};

/** Two planner threads take turns; after ten supergraphs each, V8 has optimized nearly all that takes time. */
const REHEARSALS = 20;

/** After each save: compose if a schema changed, start what changed, and only when all of it is well let it serve. */
export function createRounds(workshop: Workshop, first: readonly SubgraphText[]): Rounds {
  let saved = new Set<string>();
  let lastGood = first;
  let last = Promise.resolve();
  let isOver = false;

  async function round(): Promise<void> {
    if (saved.size === 0) return;
    const [files, began] = [[...saved], performance.now()];
    saved = new Set();
    const texts = await readSchemas(workshop, files, lastGood);
    if (!texts) return;
    const { composition, candidates, isGood } = await attempt(workshop, files, { texts, lastGood });
    settle(workshop, candidates, isGood);
    if (composition && composition.supergraph === undefined) workshop.expect(undefined);
    if (composition?.supergraph !== undefined) {
      lastGood = texts;
      await workshop.publish(composition.supergraph, texts);
    }
    tell(workshop, files, { isGood, candidates, isComposed: composition !== undefined, ms: performance.now() - began });
  }

  async function rehearse(turn: number): Promise<void> {
    if (isOver || turn > REHEARSALS) return;
    await tryOut(workshop, lastGood, turn);
    // Behind whatever was saved meanwhile.
    next(() => rehearse(turn + 1));
  }

  function next(work: () => Promise<void>): void {
    last = last.then(work).catch((error) => workshop.say(`The save could not be served: ${reasonOf(error)}`));
  }

  return {
    save(files) {
      isOver = true;
      for (const file of files) saved.add(file);
      next(round);
    },
    rehearse: () => next(() => rehearse(1)),
    ended() {
      isOver = true;
      return last;
    },
  };
}

type Schemas = { texts: readonly SubgraphText[]; lastGood: readonly SubgraphText[] };

/** Composes what is new, and starts what has to do with what was saved. */
async function attempt(workshop: Workshop, files: readonly string[], { texts, lastGood }: Schemas) {
  const isSchemaSaved = texts.some(({ file }) => files.includes(file));
  const isTried = isSchemaSaved && areOther(texts, lastGood);
  const [composition, candidates] = await Promise.all([
    isTried ? workshop.composer.compose(texts, workshop.expect) : undefined,
    loadTouched(workshop, files, isTried ? texts : lastGood),
  ]);
  const errors = composition?.problems.filter(({ level }) => level === 'error') ?? [];
  if (isSchemaSaved) workshop.board.put('composition', errors);
  return { composition, candidates, isGood: errors.length === 0 };
}

/** The same supergraph under another text. */
async function tryOut({ composer, publish }: Workshop, texts: readonly SubgraphText[], turn: number): Promise<void> {
  const { supergraph } = await composer.compose(texts);
  if (supergraph !== undefined) await publish(`${supergraph}# Rehearsed: ${turn}.\n`, []);
}

type Tried = readonly { subgraph: WatchedSubgraph; candidate: Candidate | Problem }[];

const areOther = (texts: readonly SubgraphText[], others: readonly SubgraphText[]): boolean =>
  texts.some(({ file, text }) => others.every((old) => old.file !== file || old.text !== text));

/** The schemas as they are in their files; the last good ones where none was saved. Undefined: one cannot be read now. */
async function readSchemas(
  { sources, board }: Workshop,
  files: readonly string[],
  lastGood: readonly SubgraphText[],
): Promise<readonly SubgraphText[] | undefined> {
  if (!sources.some(({ file }) => files.includes(file))) return lastGood;
  try {
    return await Promise.all(sources.map(readSubgraph));
  } catch (error) {
    board.put('composition', [{ level: 'error', code: 'NO_SCHEMA', message: reasonOf(error), places: [] }]);
    return undefined;
  }
}

/** Starts whatever has something to do with what was saved. */
async function loadTouched(
  { root, watched }: Workshop,
  files: readonly string[],
  texts: readonly SubgraphText[],
): Promise<Tried> {
  const shared = ['kit', 'contracts'].map((folder) => join(root, folder));
  const touched = watched.filter(({ name }) =>
    files.some((file) => [...shared, join(root, 'subgraphs', name)].some((folder) => file.startsWith(`${folder}/`))),
  );
  const loads = touched.map(async (subgraph) => {
    const { file = '', text = '' } = texts.find(({ name }) => name === subgraph.name) ?? {};
    return { subgraph, candidate: await subgraph.load({ changed: files, schema: { file, text } }) };
  });
  return await Promise.all(loads);
}

/** Whoever runs takes over if the schemas compose; otherwise everything stays as it was. */
function settle({ board }: Workshop, tried: Tried, isGood: boolean): void {
  for (const { subgraph, candidate } of tried) {
    if (!isGood || 'message' in candidate) subgraph.refuse();
    else subgraph.take(candidate);
    // What is wrong with a schema is told by composition already.
    if (isGood) board.put(subgraph.name, 'message' in candidate ? [candidate] : candidate.problems);
  }
}

type Outcome = { isGood: boolean; isComposed: boolean; candidates: Tried; ms: number };

function tell({ root, say }: Workshop, files: readonly string[], outcome: Outcome): void {
  const { isGood, isComposed, candidates, ms } = outcome;
  const [first = '', ...others] = files.map((file) => relative(root, file));
  const what = others.length > 0 ? `${first} and ${others.length} more` : first;
  const started = candidates.filter(({ candidate }) => !('message' in candidate)).map(({ subgraph }) => subgraph.name);
  const done = [...(isComposed ? ['composed'] : []), ...started.map((name) => `${name} started`)];
  if (!isGood || started.length < candidates.length) say(`✗ ${what}: what ran before goes on`);
  else if (done.length > 0) say(`✓ ${what}: ${done.join(', ')} (${Math.round(ms)} ms)`);
}

import type { Path, Source } from '../source.ts';

/** A key of a planner's response path, of an object or of a list's objects; only to objects of these types. */
type PathStep = { key: string; types: ReadonlySet<unknown> | undefined; at: string; above: string };

/** What holds an object: another object by a key, or a list by an index. */
export type Holder = Record<string | number, unknown>;

/** Takes an object at the end of a path; without a holder it is where the path began. */
export type Visit = (object: Source, holder?: Holder, key?: string | number) => void;

/** Finds the objects at a response path. */
export type ResponsePath = {
  /** The keys on the way as one name, without `@` and type conditions. */
  name: string;
  /** Whether it leads to objects of certain types only, which a fetch may yet change. */
  isTyped: boolean;
  /** Visits the objects at the end of the path, in order; where objects are shared, the ways to them are walked once. */
  visit(from: readonly Source[], shared: SharedPaths, visit: Visit): void;
  /** Whether one object may stand at several places of the path. */
  isShared(shared: SharedPaths): boolean;
  /** Where these objects stand below a root. */
  positions(root: Source, objects: ReadonlySet<unknown>): Path[];
};

/** The names of the paths at which one object stands at several places, or its nested objects do. */
export type SharedPaths = ReadonlySet<string>;

/** The name of a path of keys. */
export const pathName = (keys: readonly string[]): string => keys.join('.');

/** Compiles a path of the planner, e.g. `posts`, `@`, `author|[Person,Bot]`. */
export function compilePath(path: readonly (string | number)[]): ResponsePath {
  const steps = readSteps(path.map(String));
  const before = steps.slice(0, -1);
  const last = steps.at(-1);
  return {
    name: last?.at ?? '',
    isTyped: steps.some(({ types }) => types !== undefined),
    visit(from, shared, visit) {
      if (!last) for (const object of from) visit(object);
      let reached = from;
      for (const step of before) reached = follow(step, reached, shared);
      if (last) for (const object of reached) visitKey(last, object, visit);
    },
    isShared: (shared) => last !== undefined && isShared(last, shared),
    positions(root, objects) {
      const found: Path[] = [];
      locate(steps, root, (object, at) => objects.has(object) && found.push(at));
      return found;
    },
  };
}

/** Lists are looked into wherever they are, so `@` says no more than the types of the objects in it. */
function readSteps(path: readonly string[]): PathStep[] {
  const steps: PathStep[] = [];
  for (const element of path) {
    const [key = '', condition] = element.split('|');
    const types = condition === undefined ? undefined : new Set(condition.slice(1, -1).split(','));
    const last = steps.at(-1);
    if (key !== '@' && key !== '') {
      steps.push({ key, types, at: pathName([...steps.map((step) => step.key), key]), above: last?.at ?? '' });
    } else if (last && types) last.types = types;
  }
  return steps;
}

/** The objects that one step leads to from everywhere that was reached. */
function follow(step: PathStep, reached: readonly Source[], shared: SharedPaths): readonly Source[] {
  const next: Source[] = [];
  for (const object of reached) {
    const value = object[step.key];
    if (Array.isArray(value)) addItems(step, value, next);
    else if (isWanted(step, value)) next.push(value);
  }
  return isShared(step, shared) ? [...new Set(next)] : next;
}

const isShared = ({ at, above }: PathStep, shared: SharedPaths): boolean => shared.has(at) || shared.has(above);

function addItems(step: PathStep, items: unknown[], next: Source[]): void {
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (Array.isArray(item)) addItems(step, item, next);
    else if (isWanted(step, item)) next.push(item);
  }
}

function visitKey(step: PathStep, object: Source, visit: Visit): void {
  const value = object[step.key];
  if (Array.isArray(value)) visitItems(step, value, visit);
  else if (isWanted(step, value)) visit(value, object, step.key);
}

function visitItems(step: PathStep, items: unknown[], visit: Visit): void {
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (Array.isArray(item)) visitItems(step, item, visit);
    else if (isWanted(step, item)) visit(item, items as unknown as Holder, index);
  }
}

function isWanted({ types }: PathStep, value: unknown): value is Source {
  if (typeof value !== 'object' || value === null) return false;
  return types === undefined || types.has((value as Source).__typename);
}

type Tell = (object: object, at: Path) => unknown;

function locate(steps: readonly PathStep[], object: Source, tell: Tell): void {
  const [step, ...rest] = steps;
  if (step) locateIn(object[step.key], step, { rest, tell: below(step.key, tell) });
  else tell(object, []);
}

function locateIn(value: unknown, step: PathStep, { rest, tell }: { rest: readonly PathStep[]; tell: Tell }): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) locateIn(item, step, { rest, tell: below(index, tell) });
  } else if (isWanted(step, value)) locate(rest, value, tell);
}

const below =
  (part: string | number, tell: Tell): Tell =>
  (object, at) =>
    tell(object, [part, ...at]);

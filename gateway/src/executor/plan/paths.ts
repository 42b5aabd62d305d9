import type { Path, Source } from '../response/shaping.ts';

/** A step of a planner's response path: a key, or `@` for each item of a list; only to objects of these types. */
type PathStep = { key: string | undefined; types: ReadonlySet<unknown> | undefined };

/** What holds an object: another object by a key, or a list by an index. */
export type Holder = Record<string | number, unknown>;

/** Takes an object at the end of a path; without a holder it is where the path began. */
export type Visit = (object: Source, holder?: Holder, key?: string | number) => void;

/** Finds the objects at a response path. */
export type ResponsePath = {
  /** The keys on the way, without `@` and type conditions. */
  names: readonly string[];
  /** Visits the objects at the end of the path, in order; where objects may be shared, the ways to them are walked once. */
  visit(from: readonly Source[], hasShared: boolean, visit: Visit): void;
  /** Where these objects stand below a root. */
  positions(root: Source, objects: ReadonlySet<unknown>): Path[];
};

/** Compiles a path of the planner, e.g. `posts`, `@`, `author|[Person,Bot]`. */
export function compilePath(path: readonly (string | number)[]): ResponsePath {
  const steps = path
    .map(String)
    .map(readStep)
    .filter(({ key, types }) => key !== '' || types);
  const last = steps.at(-1);
  return {
    names: steps.flatMap(({ key }) => key || []),
    visit(from, hasShared, visit) {
      if (!last) for (const object of from) visit(object);
      let reached: readonly object[] = from;
      for (const step of steps.slice(0, -1)) {
        const next: object[] = [];
        for (const value of reached) follow(step, value, (object) => next.push(object));
        reached = hasShared ? [...new Set(next)] : next;
      }
      if (last) for (const value of reached) follow(last, value, (object, ...held) => visit(object as Source, ...held));
    },
    positions(root, objects) {
      const found: Path[] = [];
      locate(steps, root, (object, at) => objects.has(object) && found.push(at));
      return found;
    },
  };
}

function readStep(element: string): PathStep {
  const [name = '', condition] = element.split('|');
  const types = condition === undefined ? undefined : new Set(condition.slice(1, -1).split(','));
  return { key: name === '@' ? undefined : name, types };
}

type Reach = (value: object, holder: Holder, key: string | number) => void;

/** Goes one step; lists that the path does not speak of are looked into. */
function follow(step: PathStep, value: object, reach: Reach): void {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== 'object' || item === null) continue;
      if (step.key !== undefined) follow(step, item, reach);
      else if (isWanted(step, item)) reach(item, value as unknown as Holder, index);
    }
  } else if (step.key) {
    const holder = value as Source;
    const next = holder[step.key];
    if (typeof next === 'object' && next !== null && isWanted(step, next)) reach(next, holder, step.key);
  } else if (isWanted(step, value)) reach(value, {}, '');
}

type Tell = (object: object, at: Path) => unknown;

function locate(steps: readonly PathStep[], value: unknown, tell: Tell): void {
  if (typeof value !== 'object' || value === null) return;
  const [step, ...rest] = steps;
  if (Array.isArray(value)) {
    const next = step && step.key === undefined ? rest : steps;
    for (const [index, item] of value.entries()) {
      if (!step || step.key !== undefined || isWanted(step, item)) locate(next, item, below(index, tell));
    }
  } else if (step) {
    const next = step.key ? (value as Source)[step.key] : value;
    if (isWanted(step, next)) locate(rest, next, step.key ? below(step.key, tell) : tell);
  } else tell(value, []);
}

const below =
  (part: string | number, tell: Tell): Tell =>
  (object, at) =>
    tell(object, [part, ...at]);

/** Type conditions are about objects; a list is looked into first. */
function isWanted({ types }: PathStep, value: unknown): boolean {
  if (!types || Array.isArray(value)) return true;
  return typeof value === 'object' && value !== null && types.has((value as Source).__typename);
}

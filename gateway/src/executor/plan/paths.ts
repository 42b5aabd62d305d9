import type { Path, Source } from '../response/shaping.ts';

/** A step of a planner's response path: a key, or `@` for each item of a list; only to objects of these types. */
type PathStep = { key: string | undefined; types: ReadonlySet<unknown> | undefined };

/** Finds the objects at a response path. */
export type ResponsePath = {
  /** The response names on the way, without `@` and type conditions. */
  names: readonly string[];
  /** The objects at the end of the path, in order; one that stands at several places comes as often. */
  objects(from: readonly Source[]): Source[];
  /** Where these objects stand below a root. */
  positions(root: Source, objects: ReadonlySet<unknown>): Path[];
};

/** Compiles a path of the planner, e.g. `posts`, `@`, `author|[Person,Bot]`. */
export function compilePath(path: readonly (string | number)[]): ResponsePath {
  const steps = path
    .map(String)
    .map(readStep)
    .filter(({ key, types }) => key !== '' || types);
  return {
    names: steps.flatMap(({ key }) => key || []),
    objects(from) {
      const found: Source[] = [];
      for (const object of from) collect(steps, object, { index: 0, found });
      return found;
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

function collect(steps: readonly PathStep[], value: unknown, { index, found }: { index: number; found: Source[] }) {
  if (typeof value !== 'object' || value === null) return;
  const step = steps[index];
  if (Array.isArray(value)) {
    const next = step && step.key === undefined ? index + 1 : index;
    for (const item of value) if (isWanted(step, item)) collect(steps, item, { index: next, found });
    return;
  }
  if (!step) found.push(value as Source);
  else if (step.key !== undefined) {
    const next = step.key === '' ? value : (value as Source)[step.key];
    if (isWanted(step, next)) collect(steps, next, { index: index + 1, found });
  }
}

type Tell = (object: object, at: Path) => unknown;

function locate(steps: readonly PathStep[], value: unknown, tell: Tell): void {
  if (typeof value !== 'object' || value === null) return;
  const [step, ...rest] = steps;
  if (Array.isArray(value)) {
    const next = step && step.key === undefined ? rest : steps;
    for (const [index, item] of value.entries()) if (isWanted(step, item)) locate(next, item, below(index, tell));
    return;
  }
  if (!step) tell(value, []);
  else if (step.key !== undefined) {
    const next = step.key === '' ? value : (value as Source)[step.key];
    if (isWanted(step, next)) locate(rest, next, step.key === '' ? tell : below(step.key, tell));
  }
}

const below =
  (part: string | number, tell: Tell): Tell =>
  (object, at) =>
    tell(object, [part, ...at]);

/** Type conditions are about objects; a list is looked into first. */
function isWanted(step: PathStep | undefined, value: unknown): boolean {
  if (!step?.types || Array.isArray(value)) return true;
  return typeof value === 'object' && value !== null && step.types.has((value as Source).__typename);
}

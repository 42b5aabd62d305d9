import type { FetchDataRewrite } from '@apollo/query-planner';
import type { Source } from '../source.ts';
import { setOwn } from './merge.ts';
import type { RuntimeTypes } from './runtime-types.ts';

type IsOfType = RuntimeTypes['isOfType'];

/** Changes delivered data, or a representation, in place. */
export type Rewrite = (value: unknown) => void;

const FRAGMENT = '... on ';

/** Compiles a fetch's rewrites; undefined when there are none. */
export function compileRewrites(rewrites: readonly FetchDataRewrite[] | undefined, isOfType: IsOfType) {
  if (!rewrites || rewrites.length === 0) return undefined;
  const compiled = rewrites.map((rewrite) => compileRewrite(rewrite, isOfType));
  return (value: unknown) => {
    for (const rewrite of compiled) rewrite(value);
  };
}

function compileRewrite(rewrite: FetchDataRewrite, isOfType: IsOfType): Rewrite {
  const last = rewrite.path.at(-1) ?? '';
  const change =
    rewrite.kind === 'ValueSetter' ? setValue(last, rewrite.setValueTo) : rename(last, rewrite.renameKeyTo);
  return rewrite.path.slice(0, -1).reduceRight((below, element) => descend(element, below, isOfType), change);
}

const setValue = (key: string, value: unknown): Rewrite => forEachObject((object) => setOwn(object, key, value));

const rename = (from: string, to: string): Rewrite =>
  forEachObject((object) => {
    const value = Object.hasOwn(object, from) ? object[from] : undefined;
    if (value === undefined) return;
    setOwn(object, to, value);
    object[from] = undefined;
  });

function descend(element: string, below: Rewrite, isOfType: IsOfType): Rewrite {
  if (!element.startsWith(FRAGMENT)) return forEachObject((object) => below(object[element]));
  const condition = element.slice(FRAGMENT.length);
  return forEachObject((object) => {
    // What does not say its type was selected on a type that leaves no choice.
    if (object.__typename === undefined || isOfType(object.__typename, condition)) below(object);
  });
}

function forEachObject(change: (object: Source) => void): Rewrite {
  const visit: Rewrite = (value) => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) change(value as Source);
  };
  return visit;
}

import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Problem } from '@nexus/gateway/composition/problem';

type Place = Problem['places'][number];

/** One line of a source, for people: what is there, and a caret below the column. */
export type Excerpt = { file: string; line: number; column: number; subgraph: string; text: string };

/** A problem with the lines that it is about. */
export type ShownProblem = Omit<Problem, 'places'> & { places: Excerpt[] };

/** Adds the source lines to a problem; files are named from `root`. */
export function showProblem({ places, ...problem }: Problem, root: string): ShownProblem {
  return { ...problem, places: places.map((place) => excerptOf(place, root)) };
}

function excerptOf({ file, line, column, subgraph }: Place, root: string): Excerpt {
  return { file: relative(root, file), line, column, subgraph, text: readLine(file, line) };
}

function readLine(file: string, line: number): string {
  try {
    return readFileSync(file, 'utf8').split('\n')[line - 1] ?? '';
  } catch {
    return '';
  }
}

/** A problem for a terminal: each place with its line and a caret, then what is wrong. */
export function printProblem({ level, code, message, places }: ShownProblem): string {
  const lines = places.flatMap(({ file, line, column, subgraph, text }) => [
    `${file}:${line}:${column} [${subgraph}]`,
    ...(text.trim() === ''
      ? []
      : [`  ${line} | ${text}`, `  ${' '.repeat(`${line}`.length)} | ${caret(text, column)}`]),
  ]);
  return [...lines, `  ${level} ${code}: ${message.replaceAll('\n', '\n  ')}`].join('\n');
}

/** Tabs stay tabs, or the caret would stand elsewhere. */
const caret = (text: string, column: number) => `${text.slice(0, column - 1).replace(/[^\t]/g, ' ')}^`;

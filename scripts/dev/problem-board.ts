import type { Problem } from '@nexus/gateway/composition/problem';
import { printProblem, type ShownProblem, showProblem } from './print-problem.ts';

/** What is wrong now, for the terminal when it changes and for the playground whenever it asks. */
export type ProblemBoard = {
  /** Replaces what was wrong with something, e.g. with composition. */
  put(about: string, problems: readonly Problem[]): void;
  all(): ShownProblem[];
  hasErrors(): boolean;
};

/** A board that tells people of each problem once, and of its end. */
export function createProblemBoard(root: string, say: (text: string) => void): ProblemBoard {
  const byAbout = new Map<string, ShownProblem[]>();
  const all = () => [...byAbout.values()].flat();
  return {
    all,
    hasErrors: () => all().some(({ level }) => level === 'error'),
    put(about, problems) {
      const before = byAbout.get(about) ?? [];
      const told = new Set(before.map(printProblem));
      const now = problems.map((problem) => showProblem(problem, root));
      byAbout.set(about, now);
      for (const text of now.map(printProblem)) if (!told.has(text)) say(`\n${text}\n`);
      const isMended = before.some(isError) && !now.some(isError);
      if (isMended) say(`✓ ${about}: mended`);
    },
  };
}

const isError = ({ level }: ShownProblem) => level === 'error';

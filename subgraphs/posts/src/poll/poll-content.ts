import { invalid } from '@nexus/kit/errors';
import type { AskedPoll } from '../post/asked-post.ts';
import { readLine } from '../text/line.ts';

const OPTIONS = { min: 2, max: 10, length: 100 };
const SECONDS = { min: 5 * 60, max: 30 * 24 * 3_600 };

/** A poll as it is kept; BAD_USER_INPUT below `path`. That of a draft may lack answers. */
export function readPoll(asked: AskedPoll, path: string, { isDraft }: { isDraft: boolean }): AskedPoll {
  const { options, durationSeconds } = asked;
  if (options.length > OPTIONS.max || (options.length < OPTIONS.min && !isDraft)) {
    throw invalid(`${path}.options`, `A poll has ${OPTIONS.min} to ${OPTIONS.max} answers.`);
  }
  if (durationSeconds < SECONDS.min || durationSeconds > SECONDS.max) {
    throw invalid(`${path}.durationSeconds`, 'A poll can be answered for 5 minutes to 30 days.');
  }
  const read = options.map((option, index) =>
    readLine(option, {
      path: `${path}.options.${index}`,
      what: 'An answer',
      max: OPTIONS.length,
      mayBeEmpty: isDraft,
    }),
  );
  if (!isDraft && new Set(read).size < read.length) throw invalid(`${path}.options`, 'No two answers are the same.');
  return { ...asked, options: read };
}

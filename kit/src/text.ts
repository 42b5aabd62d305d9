import { invalid } from './errors.ts';

type TextRule = { path: string; what: string; max: number; mayBeEmpty?: boolean };

// Line breaks and tabs are the control characters that people type.
const CONTROL = /[^\P{Cc}\n\t]/gu;

/**
 * A text of several lines as it is kept: without control characters, half surrogate pairs and blanks around it.
 * BAD_USER_INPUT at `path` when nothing is left or it has more than `max` code points; `what` begins the sentence.
 */
export function readText(raw: string, { path, what, max, mayBeEmpty = false }: TextRule): string {
  const text = raw.toWellFormed().replaceAll('\r\n', '\n').replace(CONTROL, '').trim();
  if (text === '' && !mayBeEmpty) throw invalid(path, `${what} cannot be empty.`);
  if (countCodePoints(text) > max) throw invalid(path, `${what} has at most ${max} characters.`);
  return text;
}

/** The length of a text as people count it in offsets and limits: Unicode code points. */
export const countCodePoints = (text: string): number => [...text].length;

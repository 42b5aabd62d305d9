import { invalid } from './errors.ts';

type TextRule = { path: string; what: string; max: number; mayBeEmpty?: boolean };

// Line breaks and tabs are the control characters that people type.
const CONTROL = /[^\P{Cc}\n\t]/gu;

// Joiners, fillers, marks that have no letter to stand on, and the braille cell without dots are as empty as blanks.
const SEEN = /[^\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cc}\p{M}\u2800]/u;

/** A text without what cannot be kept or shown: control characters, and halves of surrogate pairs. */
export const withoutControls = (text: string): string =>
  text.toWellFormed().replaceAll('\r\n', '\n').replace(CONTROL, '');

/** Whether a text shows nothing, however long it is. */
export const isBlank = (text: string): boolean => !SEEN.test(text);

/**
 * A text of several lines as it is kept: without control characters, half surrogate pairs and blanks around it.
 * BAD_USER_INPUT at `path` when it shows nothing or has more than `max` code points; `what` begins the sentence.
 */
export function readText(raw: string, { path, what, max, mayBeEmpty = false }: TextRule): string {
  const text = withoutControls(raw).trim();
  if (isBlank(text)) {
    if (mayBeEmpty) return '';
    throw invalid(path, `${what} cannot be empty.`);
  }
  if (countCodePoints(text) > max) throw invalid(path, `${what} has at most ${max} characters.`);
  return text;
}

/** The length of a text as people count it in offsets and limits: Unicode code points. */
export const countCodePoints = (text: string): number => [...text].length;

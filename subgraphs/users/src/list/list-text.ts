import { invalid } from '@nexus/kit/errors';
import { countCodePoints, isBlank, readText } from '@nexus/kit/text';
import type { ListText } from './list.store.ts';

const MAX_NAME_LENGTH = 50;
const MAX_DESCRIPTION_LENGTH = 300;

type ListInput = { name: string; description?: string | null; isPrivate: boolean };

/** What a list says of itself, as it is kept; BAD_USER_INPUT where it says too much or nothing. */
export function readListText({ name, description, isPrivate }: ListInput): ListText {
  const rule = { path: 'input.description', what: 'A description', max: MAX_DESCRIPTION_LENGTH, mayBeEmpty: true };
  const about = readText(description ?? '', rule);
  return { name: readName(name), description: about === '' ? null : about, isPrivate };
}

function readName(raw: string): string {
  const name = raw
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (isBlank(name)) throw invalid('input.name', 'A list needs a name.');
  if (countCodePoints(name) > MAX_NAME_LENGTH) {
    throw invalid('input.name', `The name of a list has at most ${MAX_NAME_LENGTH} characters.`);
  }
  return name;
}

/** The text after a patch; throws where a place is not there, or there twice. */
export function applyPatch(text: string, patch: string): string {
  const hunks = patch.split(/^\s*\.\.\.\s*$/m).map((hunk) => hunk.split('\n').filter((line) => line.trim() !== ''));
  return hunks.reduce(applyHunk, text);
}

function applyHunk(text: string, hunk: readonly string[]): string {
  const added = hunk.filter((line) => isMarked(line, '+'));
  if (added.length === hunk.length) return `${text}\n${added.map(unmarked).join('\n')}\n`;
  const lines = text.split('\n');
  const old = hunk.filter((line) => !isMarked(line, '+')).map((line) => unmarked(line).trim());
  const places = lines.flatMap((_, at) => (old.every((line, index) => lines[at + index]?.trim() === line) ? [at] : []));
  const [at] = places;
  if (at === undefined || places.length > 1)
    throw new Error(`${places.length} places for this patch:\n${hunk.join('\n')}`);
  const fresh = hunk.filter((line) => !isMarked(line, '-')).map(unmarked);
  return [...lines.slice(0, at), ...fresh, ...lines.slice(at + old.length)].join('\n');
}

const isMarked = (line: string, mark: string): boolean => line.trimStart().startsWith(mark);

const unmarked = (line: string): string => line.replace(/^\s*[-+]/, '');

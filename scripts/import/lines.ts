import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { StartupError } from '@nexus/kit/startup-error';
import { isBlank, withoutControls } from '@nexus/kit/text';
import { z } from 'zod';

const externalId = z.string().min(1).max(100);
// Before 1970 there are no ids, and what is to come would stand first in every feed until then.
const time = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((at) => at.getTime() >= 0 && at.getTime() <= Date.now(), 'a moment between 1970 and now');
const writing = (max: number) => z.string().max(max).transform(withoutControls);
const shown = [(text: string) => !isBlank(text), 'a text that shows something'] as const;
const hashtags = z
  .array(z.string().regex(/^[\p{L}\p{M}\p{N}_]{1,100}$/u, 'only letters, digits and _'))
  .max(100)
  .default([]);
const language = z
  .string()
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'a BCP 47 tag such as en or pt-BR')
  .nullish();
const media = z.object({ type: z.literal('IMAGE'), fileName: writing(255).refine(...shown) });

/** What one line of each file says; ids are the source's own. Documented in docs/import.md. */
export const LINES = {
  users: z.object({
    id: externalId,
    username: z.string().regex(/^[A-Za-z0-9_]{3,30}$/, '3 to 30 of A–Z, a–z, 0–9 and _'),
    displayName: writing(50)
      .transform((name) => name.trim())
      .refine(...shown),
    bio: writing(500).nullish(),
    joinedAt: time,
  }),
  follows: z.object({ followerId: externalId, followeeId: externalId, createdAt: time }),
  posts: z.object({
    id: externalId,
    authorId: externalId,
    createdAt: time,
    text: writing(10_000).nullish(),
    language,
    media: z.array(media).max(20).default([]),
    hashtags,
  }),
  comments: z.object({
    id: externalId,
    authorId: externalId,
    postId: externalId,
    parentCommentId: externalId.nullish(),
    createdAt: time,
    text: writing(10_000).refine(...shown),
    hashtags,
  }),
  likes: z.object({
    userId: externalId,
    targetType: z.enum(['POST', 'COMMENT']),
    targetId: externalId,
    createdAt: time,
  }),
};

export type Line<Kind extends keyof typeof LINES> = z.infer<(typeof LINES)[Kind]>;

/** Where a line stands, for messages: `posts.jsonl:17`. */
export type Place = { file: string; line: number };

/** A reason why an import cannot go on, with the place. */
export class ImportError extends StartupError {
  constructor(place: Place, reason: string) {
    super(`${place.file}:${place.line}: ${reason}`);
  }
}

/** Reads one file of an import line by line, each checked; `onBytes` hears how much has been read. */
export async function* readLines<Kind extends keyof typeof LINES>(
  path: string,
  kind: Kind,
  onBytes: (bytes: number) => void,
): AsyncGenerator<{ place: Place; said: Line<Kind> }> {
  const source = createReadStream(path, 'utf8');
  const place = { file: `${kind}.jsonl`, line: 0 };
  for await (const text of createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })) {
    place.line += 1;
    onBytes(Buffer.byteLength(text) + 1);
    if (text.trim() !== '') yield { place: { ...place }, said: parseLine(text, kind, place) };
  }
}

function parseLine<Kind extends keyof typeof LINES>(text: string, kind: Kind, place: Place): Line<Kind> {
  const read = LINES[kind].safeParse(parseJson(text, place));
  // zod's result for a union of schemas is the union of results; the kind picks one of them.
  if (read.success) return read.data as Line<Kind>;
  const [issue] = read.error.issues;
  throw new ImportError(place, `${issue?.path.join('.') || 'the line'}: ${issue?.message}.`);
}

function parseJson(text: string, place: Place): unknown {
  try {
    // Some editors begin a file with a byte order mark.
    return JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch {
    throw new ImportError(place, 'This line is not JSON.');
  }
}

import type { ImportRecords } from '@nexus/contracts/import';
import type { Db } from '@nexus/kit/database';
import { insertMedia } from '../media/media.store.ts';
import { publishPosts } from '../post/publish.service.ts';
import type { NewPost } from '../tables/posts.ts';
import { type Annotations, annotate } from '../text/annotate.service.ts';
import { canonicalLanguage } from '../text/language.ts';

type PostRecord = ImportRecords['posts'];

/** Of all posts that are imported. */
const VISIBILITY = 'PUBLIC';

/** Publishes posts at the time they carry; those that are there already stay as they are. */
export async function importPosts(tx: Db, records: readonly PostRecord[]): Promise<void> {
  const annotated = await annotate(
    tx,
    records.map((record) => ({ ...record, visibility: VISIBILITY })),
  );
  const published = await publishPosts(
    tx,
    records.map((record, index) => toPost(record, annotated[index])),
  );
  const isNew = new Set(published.map(({ id }) => id));
  await insertMedia(tx, records.filter(({ id }) => isNew.has(id)).flatMap(mediaOf));
}

function toPost(
  { id, authorId, text, language, media, createdAt }: PostRecord,
  found: Annotations | undefined,
): Omit<NewPost, 'isCounted'> {
  const { facets = [], hashtagIds = [] } = found ?? {};
  return {
    id,
    authorId,
    text,
    facets,
    language: language === null ? null : (canonicalLanguage(language) ?? null),
    visibility: VISIBILITY,
    hashtagIds,
    hasMedia: media.length > 0,
    createdAt,
  };
}

const mediaOf = ({ id: postId, media }: PostRecord) =>
  media.map((medium, position) => ({ ...medium, postId, position }));

import { invalid } from '@nexus/kit/errors';
import { TypeID } from 'typeid-js';

/** Every kind of thing that has an id of its own; the kind is the id's prefix (`post_01h…`). */
export const KINDS = [
  'user',
  'viewer',
  'session',
  'list',
  'request',
  'export',
  'case',
  'action',
  'audit',
  'post',
  'media',
  'poll',
  'draft',
  'hashtag',
  'feed',
  'comment',
  'reaction',
  'share',
  'bookmark',
  'collection',
] as const;

export type IdKind = (typeof KINDS)[number];

/** The public form of a key: a TypeID, `kind_` and the UUID in base32. */
export function encodeId(kind: IdKind, uuid: string): string {
  return TypeID.fromUUID(kind, uuid).toString();
}

/** The UUID behind a public id of the expected kind; anything else is BAD_USER_INPUT at `path`. */
export function decodeId(kind: IdKind, id: string, path = 'id'): string {
  const found = tryDecodeId(id);
  if (found?.kind !== kind) throw invalid(path, `This is not a ${kind} id.`);
  return found.uuid;
}

/** The kind and UUID of a public id, or undefined when it is none: for references of any kind. */
export function tryDecodeId(id: string): { kind: IdKind; uuid: string } | undefined {
  try {
    const typeId = TypeID.fromString(id);
    const kind = KINDS.find((known) => known === typeId.getType());
    return kind && { kind, uuid: typeId.toUUID() };
  } catch {
    return undefined;
  }
}

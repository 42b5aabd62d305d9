import { encodeId, type IdKind, tryDecodeId } from './ids.ts';
import type { Viewer } from './viewer.ts';

type Loader<Row> = { load(id: string): Promise<Row | null> };

/** What stands behind a reference `{ id }`; a malformed id, or one of another kind, belongs to nothing and gives null. */
export async function resolveReference<Row>(kind: IdKind, id: string, loader: Loader<Row>): Promise<Row | null> {
  const key = resolveKey(kind, id);
  return key && (await loader.load(key.id));
}

/** The UUID behind a reference to what another subgraph owns, unseen; null as for `resolveReference`. */
export function resolveKey(kind: IdKind, id: string): { id: string } | null {
  const found = tryDecodeId(id);
  return found?.kind === kind ? { id: found.uuid } : null;
}

/** The asking viewer behind a Viewer's id; nobody else's is given out. */
export function resolveViewer(viewer: Viewer | undefined, id: string): Viewer | null {
  return viewer && id === encodeId('viewer', viewer.id) ? viewer : null;
}

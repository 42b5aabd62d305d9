import { type IdKind, tryDecodeId } from '@nexus/contracts/ids';

type Loader<Row> = { load(id: string): Promise<Row | null> };

/** What stands behind a reference `{ id }`; a malformed id belongs to nothing and gives null. */
export async function resolveReference<Row>(kind: IdKind, id: string, loader: Loader<Row>): Promise<Row | null> {
  const found = tryDecodeId(id);
  return found?.kind === kind ? await loader.load(found.uuid) : null;
}

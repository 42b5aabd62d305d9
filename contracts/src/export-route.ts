import type { Db } from '@nexus/kit/database';
import type { App } from '@nexus/kit/subgraph';
import type { Services } from './agreement.ts';
import { EXPORT_PATH, type ExportPart, exportQuestion, toLines } from './export.ts';
import { addInternalRoute } from './neighbour.ts';
import type { SubgraphName } from './subgraph-names.ts';

type Rows = (db: Db, userId: string) => AsyncIterable<object>;

/** What a subgraph puts into a copy of somebody's data: the rows of each part, as their owner may read them. */
export type ExportParts<Owner extends SubgraphName> = Readonly<Record<ExportPart<Owner>, Rows>>;

type Exporting = { name: SubgraphName; parts: Readonly<Record<string, Rows>> };

/** Lets users put what a content subgraph has of somebody into a copy of their data. */
export function addExportRoute(app: App, { db, secret }: Pick<Services, 'db' | 'secret'>, exporting: Exporting): void {
  const { name, parts } = exporting;
  addInternalRoute(app, secret, {
    name,
    path: EXPORT_PATH,
    body: exportQuestion,
    answer: async ({ userId, part }) => {
      const rows = Object.hasOwn(parts, part) ? parts[part] : undefined;
      return rows && toLines(rows(db, userId));
    },
  });
}

import { join } from 'node:path';
import { agreement } from '@nexus/contracts/agreement';
import type { Settings } from '@nexus/contracts/settings';
import { type Infrastructure, openInfrastructure } from '@nexus/kit/infrastructure';
import { prepareDatabase } from '@nexus/kit/migrations';
import { reasonOf } from '@nexus/kit/reasons';
import postgres from 'postgres';
import { DEMO } from '../start/demo-person.ts';
import { findKnownEntities } from './known-entities.ts';
import type { KnownEntities } from './mock/entities.ts';
import { type DevViewer, findViewers } from './viewers.ts';

export type Data = Infrastructure & { known: KnownEntities; viewers: [DevViewer, ...DevViewer[]] };

/** A database of development's own, beside the one of `npm start`, with the demo's people; and who they are. */
export async function openData(
  settings: Settings,
  wanted: string = DEMO.handle,
  resources: AsyncDisposableStack,
): Promise<Data> {
  const infrastructure = await openInfrastructure({ ...settings, dataDir: join(settings.dataDir, 'dev') }, resources);
  const { databaseUrl, secret } = infrastructure;
  await fill(databaseUrl, secret, settings.demoData);
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    const known = await findKnownEntities(sql);
    return { ...infrastructure, known, viewers: await findViewers(sql, wanted) };
  } finally {
    await sql.end();
  }
}

/** Who develops may begin with code that does not start: then the data stays as it is. */
async function fill(adminUrl: string, secret: string, withDemo: boolean): Promise<void> {
  try {
    const { subgraphs } = await import('../subgraphs.ts');
    const { importDemoOnce } = await import('../start/demo.ts');
    await prepareDatabase({ adminUrl, secret, owners: subgraphs, catalog: agreement.catalog });
    if (withDemo) await importDemoOnce(adminUrl);
  } catch (error) {
    console.error(`The data is left as it is: ${reasonOf(error)}`);
  }
}

import type { Services } from '@nexus/contracts/agreement';
import { DOWNLOAD_PATH, downloadQuestion } from '@nexus/contracts/export';
import { addInternalRoute } from '@nexus/contracts/neighbour';
import type { App } from '@nexus/kit/subgraph';
import { downloadExport } from './export.service.ts';

/** Lets the gateway give people the copy of their data. */
export function addDownloadRoute(app: App, services: Services): void {
  addInternalRoute(app, services.secret, {
    name: 'users',
    path: DOWNLOAD_PATH,
    body: downloadQuestion,
    answer: (question) => downloadExport(services, question),
  });
}

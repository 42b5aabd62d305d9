import type { Services } from '@nexus/contracts/agreement';
import { addInternalRoute } from '@nexus/contracts/neighbour';
import { HOT_PATH, hotQuestion } from '@nexus/contracts/projections/hot';
import type { App } from '@nexus/kit/subgraph';
import { freshFor } from './hot.service.ts';

/** Lets the other subgraphs ask what is new about people, before the events tell it. */
export function addHotRoute(app: App, services: Services): void {
  addInternalRoute(app, services.secret, {
    name: 'users',
    path: HOT_PATH,
    body: hotQuestion,
    answer: (question) => freshFor(services, question),
  });
}

import { events, type Role } from '@nexus/contracts/events';
import { connect } from '@nexus/kit/database';
import { openBus } from '@nexus/kit/events/bus';
import { createLogger } from '@nexus/kit/log';
import { roleUrl } from '@nexus/kit/migrations';
import { TEST_SECRET } from '@nexus/kit/testing/database';
import { grant } from '@nexus/users/state/state.service';
import type { TestGraph } from './graph.ts';
import { PASSWORD, type Person, signIn, signUp } from './people.ts';

/** Somebody new with a role, as an operator gives it: signed in after they got it. */
export async function signUpAs(graph: TestGraph, role: Role, handle: string): Promise<Person> {
  await signUp(graph, handle);
  await using resources = new AsyncDisposableStack();
  const logger = createLogger('operator', 'silent');
  const url = roleUrl(graph.adminUrl, TEST_SECRET, 'users');
  const database = connect(url, { max: 2 });
  resources.defer(() => database.close());
  const bus = await openBus({ url, service: 'users', catalog: events, database, logger });
  resources.defer(() => bus.stop());
  await grant({ db: database.db, events: bus }, handle, role);
  return await signIn(graph, handle, PASSWORD);
}

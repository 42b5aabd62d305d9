import type { Db } from '@nexus/kit/database';
import type { ListMembership, RelationshipEdge } from '../events.ts';
import { withoutErased } from './erasure/person-erasure.ts';
import { upsertListMembers } from './list-member.ts';
import { upsertRelEdges } from './rel-edge.ts';
import type { People } from './visibility.ts';

/** Takes over newer edges of the social graph, but for those of people who have been deleted. */
export async function takeOverEdges(
  db: Db,
  { userRefs, relEdges }: People,
  edges: readonly RelationshipEdge[],
): Promise<void> {
  const peopleOf = ({ sourceId, targetId }: RelationshipEdge) => [sourceId, targetId];
  await upsertRelEdges(db, relEdges, await withoutErased(db, userRefs, { facts: edges, peopleOf }));
}

/** Takes over newer memberships of lists, but for those of people who have been deleted. */
export async function takeOverMemberships(
  db: Db,
  { userRefs, listMembers }: People,
  memberships: readonly ListMembership[],
): Promise<void> {
  const peopleOf = ({ userId }: ListMembership) => [userId];
  await upsertListMembers(db, listMembers, await withoutErased(db, userRefs, { facts: memberships, peopleOf }));
}

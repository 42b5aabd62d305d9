import { encodeId, type IdKind } from '@nexus/contracts/ids';
import { resolveReference } from '@nexus/contracts/references';
import type { Resolvers } from '../../resolvers.generated.ts';
import type { AuditLogRow } from '../../tables/audit.ts';
import { whoeverItWas } from '../person.service.ts';
import { listAudited } from './audit.service.ts';

const ID_KINDS = { USER: 'user', POST: 'post', COMMENT: 'comment', CASE: 'case' } as const;

export const auditResolvers: Resolvers = {
  Query: {
    auditLog: (_, asked, context) => listAudited(context, asked),
  },
  AuditLogEntry: {
    __resolveReference: ({ id }, { loaders }) => resolveReference('audit', id, loaders.auditLogEntry),
    id: ({ id }) => encodeId('audit', id),
    actor: ({ actorId }, _, context) => whoeverItWas(context, actorId),
    target: ({ targetKind, targetId }) => encodeId(ID_KINDS[targetKind], targetId),
    metadata: ({ metadata }) => JSON.stringify(withPublicIds(metadata)),
  },
};

const ID_KINDS_IN_METADATA: Readonly<Record<string, IdKind>> = {
  caseId: 'case',
  actionId: 'action',
  assigneeId: 'user',
};

/** What is kept of an entry, with the ids by which clients can ask for more. */
function withPublicIds(metadata: AuditLogRow['metadata']): AuditLogRow['metadata'] {
  const entries = Object.entries(metadata).map(([name, value]) => {
    const kind = ID_KINDS_IN_METADATA[name];
    return [name, kind && value ? encodeId(kind, value) : value];
  });
  return Object.fromEntries(entries);
}

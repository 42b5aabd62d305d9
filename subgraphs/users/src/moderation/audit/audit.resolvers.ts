import { encodeId } from '@nexus/contracts/ids';
import { resolveReference } from '@nexus/contracts/references';
import type { Resolvers } from '../../resolvers.generated.ts';
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
    metadata: ({ metadata }) => JSON.stringify(metadata),
  },
};

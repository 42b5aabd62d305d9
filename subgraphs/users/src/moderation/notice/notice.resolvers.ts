import { encodeId } from '@nexus/contracts/ids';
import type { Resolvers } from '../../resolvers.generated.ts';
import { canAppeal } from '../appeal/appeal.ts';
import { subjectOf } from '../subject.ts';
import { listNotices } from './notice.service.ts';

export const noticeResolvers: Resolvers = {
  Viewer: {
    moderationNotices: ({ id }, pages, context) => listNotices(context, { userId: id, ...pages }),
  },
  ModerationNotice: {
    id: ({ id }) => encodeId('action', id),
    subject: async ({ caseId }, _, { loaders }) => {
      const about = await loaders.caseSubject.load(caseId);
      return about && subjectOf(loaders, about);
    },
    canAppeal,
  },
};

import { decodeId, encodeId } from '@nexus/contracts/ids';
import { resolveReference } from '@nexus/contracts/references';
import type { Resolvers } from '../../resolvers.generated.ts';
import { personOfRecord, whoeverItWas } from '../person.service.ts';
import { subjectOf } from '../subject.ts';
import { addCaseNote, assignCase } from './case.service.ts';
import { listCases } from './case-list.service.ts';
import { readEvidence, readReports } from './case-reading.service.ts';

export const caseResolvers: Resolvers = {
  Query: {
    moderationQueue: (_, asked, context) => listCases(context, asked),
    moderationCase: (_, { id }, { loaders }) => loaders.case.load(decodeId('case', id)),
  },
  Mutation: {
    assignCase: async (_, { input: { caseId, assigneeId } }, context) => ({
      case: await assignCase(context, {
        caseId: decodeId('case', caseId, 'input.caseId'),
        assigneeId: assigneeId && decodeId('user', assigneeId, 'input.assigneeId'),
      }),
      userErrors: [],
    }),
    addCaseNote: async (_, { input: { caseId, text } }, context) => ({
      case: await addCaseNote(context, { caseId: decodeId('case', caseId, 'input.caseId'), text }),
      userErrors: [],
    }),
  },
  ModerationCase: {
    __resolveReference: ({ id }, { loaders }) => resolveReference('case', id, loaders.case),
    id: ({ id }) => encodeId('case', id),
    subject: (about, _, { loaders }) => subjectOf(loaders, about),
    person: ({ personId }, _, context) => personOfRecord(context, personId),
    reportCount: async ({ id }, _, { loaders }) => (await loaders.reportTally.load(id))?.count ?? 0,
    reasons: async ({ id }, _, { loaders }) => (await loaders.reportTally.load(id))?.reasons ?? [],
    reports: ({ id }, _, context) => readReports(context, id),
    evidence: ({ id }, _, context) => readEvidence(context, id),
    assignee: ({ assigneeId }, _, context) => whoeverItWas(context, assigneeId),
    actions: ({ id }, _, { loaders }) => loaders.caseActions.load(id),
    notes: ({ id }, _, { loaders }) => loaders.caseNotes.load(id),
  },
  ModerationCaseConnection: {
    totalCount: ({ countAll }) => countAll(),
  },
  CaseReport: {
    reporter: ({ reporterId }, _, context) => whoeverItWas(context, reporterId),
  },
  CaseNote: {
    author: ({ authorId }, _, context) => personOfRecord(context, authorId),
  },
  ModerationAction: {
    id: ({ id }) => encodeId('action', id),
    moderator: ({ moderatorId }, _, context) => personOfRecord(context, moderatorId),
  },
};

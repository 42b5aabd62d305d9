import type { Resolvers } from '../../resolvers.generated.ts';
import { reportContent } from './report.service.ts';

export const reportResolvers: Resolvers = {
  Mutation: {
    reportContent: async (_, { input }, context) => {
      await reportContent(context, input);
      return { accepted: true, userErrors: [] };
    },
  },
  ReportContentPayload: {
    // Nothing is known of what was refused.
    accepted: ({ accepted }) => accepted === true,
  },
};

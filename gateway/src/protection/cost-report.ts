import type { HTTPGraphQLRequest } from '@apollo/server';
import type { Admission } from './admission.ts';
import { type Points, returnPoints } from './points.ts';

/** A request with this header, whatever its value, is told in `extensions.cost` what it cost. */
const COST_HEADER = 'x-graphql-cost';

export const asksForCost = (http: HTTPGraphQLRequest | undefined): boolean => http?.headers.has(COST_HEADER) === true;

/** In the words of Shopify's API, where clients know them from. */
export type CostReport = {
  requestedQueryCost: number;
  actualQueryCost: number;
  maximumQueryCost: number;
  throttleStatus?: { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };
};

type ReportConfig = { maxCost: number; points: Points | undefined };

/** Counts what an answer came to, and gives the payer back what was taken too much. */
export async function reportCost(
  { checked, variables, requestedCost, payment }: Admission,
  data: unknown,
  { maxCost, points }: ReportConfig,
): Promise<CostReport> {
  const actual = checked.actualCost(data, variables);
  const report = { requestedQueryCost: requestedCost, actualQueryCost: actual, maximumQueryCost: maxCost };
  if (!points || !payment) return report;
  const available = await returnPoints(points, payment.payer, { requested: requestedCost, actual });
  const { maximum, pointsPerSecond } = points.budget;
  return {
    ...report,
    throttleStatus: {
      maximumAvailable: maximum,
      currentlyAvailable: Math.floor(available),
      restoreRate: pointsPerSecond,
    },
  };
}

import { authorizationCases } from './cases/authorization.ts';
import { clientsCases } from './cases/clients.ts';
import { compositionCases } from './cases/composition.ts';
import { costCases } from './cases/cost.ts';
import { deploymentCases } from './cases/deployment.ts';
import { inputsCases } from './cases/inputs.ts';
import { lintCases } from './cases/lint.ts';
import { plansCases } from './cases/plans.ts';
import type { CorpusCase } from './corpus-case.ts';

/** Changes of a schema with what has to be said of them. */
export const corpus: readonly CorpusCase[] = [
  ...clientsCases,
  ...inputsCases,
  ...authorizationCases,
  ...costCases,
  ...plansCases,
  ...deploymentCases,
  ...lintCases,
  ...compositionCases,
];

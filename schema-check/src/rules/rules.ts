import type { Rule } from '../change.ts';
import { authorization } from './authorization/authorization.ts';
import { cost } from './cost/cost.ts';
import { plan } from './plan/plan.ts';
import { rollingDeploy } from './rolling-deploy/rolling-deploy.ts';

/** Every rule of the check; each looks at the whole change, and none at what another found. */
export const rules: readonly Rule[] = [authorization, cost, plan, rollingDeploy];

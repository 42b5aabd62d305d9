import type { Rule } from '../change.ts';
import { api } from './api/api.ts';
import { authorization } from './authorization/authorization.ts';
import { cost } from './cost/cost.ts';
import { lint } from './lint/lint.ts';
import { plan } from './plan/plan.ts';
import { rollingDeploy } from './rolling-deploy/rolling-deploy.ts';
import { traps } from './traps/traps.ts';

/** Every rule of the check; each looks at the whole change, and none at what another found. */
export const rules: readonly Rule[] = [api, authorization, cost, plan, rollingDeploy, traps, lint];

import { type DocumentNode, print } from 'graphql';
import type { Federation } from './federation.ts';
import { type GeneratedOperation, generateOperation } from './generate-operation.ts';
import { type Answers, judge, type Verdict } from './judge.ts';
import { createMonolith } from './monolith.ts';
import type { Executor, Operation } from './operation.ts';
import { createRandom } from './random.ts';
import { shrink } from './shrink.ts';
import type { StockGateway } from './stock-gateway.ts';

export type Contest = { federation: Federation; candidate: Executor; stock: StockGateway };
export type Seeds = { first: number; count: number; maxReports: number };
export type Outcome = {
  operations: number;
  executions: number;
  stockIsWrong: number;
  mismatches: number;
  reports: string[];
};

/** Puts generated operations, one for each seed, to both gateways; a mismatch is reported by the smallest operation found. */
export async function compete(contest: Contest, seeds: Seeds): Promise<Outcome> {
  const ask = asker(contest);
  const outcome: Outcome = { operations: seeds.count, executions: 0, stockIsWrong: 0, mismatches: 0, reports: [] };
  for (let seed = seeds.first; seed < seeds.first + seeds.count; seed += 1) {
    const generated = generateOperation(contest.federation, createRandom(seed));
    for (const variables of generated.variables) {
      const verdict = judge(await ask({ ...generated, variables }));
      outcome.executions += 1;
      if (verdict.kind === 'stock is wrong') outcome.stockIsWrong += 1;
      if (verdict.kind !== 'mismatch') continue;
      outcome.mismatches += 1;
      if (outcome.reports.length < seeds.maxReports) {
        outcome.reports.push(await report(contest, { seed, generated, variables, verdict }));
      }
    }
  }
  return outcome;
}

function asker({ federation, candidate, stock }: Contest): (operation: Operation) => Promise<Answers> {
  const monolith = createMonolith(federation);
  return async (operation) => {
    const [ours, theirs, specification] = await Promise.all([
      candidate(operation),
      stock.execute(operation),
      monolith(operation),
    ]);
    return { candidate: ours, stock: theirs, specification };
  };
}

type Found = { seed: number; generated: GeneratedOperation; variables: Operation['variables']; verdict: Verdict };

async function report(contest: Contest, { seed, generated, variables }: Found): Promise<string> {
  const ask = asker(contest);
  const operationOf = (document: DocumentNode) => ({ text: print(document), document, variables });
  const stillFails = async (document: DocumentNode) => judge(await ask(operationOf(document))).kind === 'mismatch';
  const document = await shrink(contest.federation.apiSchema, generated.document, stillFails);
  const answers = await ask(operationOf(document));
  const verdict = judge(answers);
  return [
    `${contest.federation.graph.name}, seed ${seed}: ${'why' in verdict ? verdict.why : ''}`,
    print(document),
    `variables      ${JSON.stringify(variables)}`,
    `candidate      ${JSON.stringify(answers.candidate)}`,
    `stock          ${JSON.stringify(answers.stock)}`,
    `specification  ${JSON.stringify(answers.specification)}`,
    contest.stock.latestPlan().replaceAll(/\s*\n\s*/g, ' '),
  ].join('\n');
}

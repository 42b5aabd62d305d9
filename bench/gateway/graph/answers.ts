import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import { resolversOf } from './resolvers.ts';

/** What a seed looks like wherever it turns up: in a request's variables, in the text of an answer. */
export const SEED = /seed-[0-9a-z]{10}/;
const PLACE = 'seed-0000000000';
const MAX_KEPT = 1_000;

type GraphqlRequest = { query: string; operationName?: string; variables?: Record<string, unknown> };

/**
 * Answers one subgraph's request bodies. An answer is computed once and kept without its seed: a request that differs
 * only in it costs one replacement, so that the subgraphs never hold back the gateway that is measured.
 */
export function createAnswers(name: string, sdl: string): (body: string) => Promise<string> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolversOf[name] ?? {} }]);
  const kept = new Map<string, string>();

  async function compute(body: string): Promise<string> {
    const { query, operationName, variables }: GraphqlRequest = JSON.parse(body);
    const document = parse(query);
    const result = await execute({ schema, document, operationName, variableValues: variables });
    const answer = JSON.stringify(result);
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(body, answer);
    return answer;
  }

  return async (body) => {
    const seed = SEED.exec(body)?.[0];
    const seedless = seed === undefined ? body : body.replaceAll(seed, PLACE);
    const answer = kept.get(seedless) ?? (await compute(seedless));
    return seed === undefined ? answer : answer.replaceAll(PLACE, seed);
  };
}

import { decodeId } from '@nexus/contracts/ids';
import { type Operation, type Person, QUERIES } from '../work/operation.ts';
import { createRandom, type Random, seedOf } from '../work/random.ts';
import { ask, send } from '../work/request.ts';
import { CLIENTS, signUp } from '../work/world.ts';
import { type Model, newModel, type Target } from './model.ts';
import { nextTurn, type Stage, type Turn } from './turn.ts';

export type Race = { models: readonly Model[]; deviations: string[]; acked: number; refused: number };

const STARS = 5;

/** Eight writers at once, each for so many operations; says where an answer was not what the writer's own past demands. */
export async function runRace(gateway: string, operations: number, seed: number): Promise<Race> {
  const people = (count: number, name: string) =>
    Promise.all(Array.from({ length: count }, (_, number) => signUp(gateway, `${name}_racing_${number}`)));
  const stars = await people(STARS, 'star');
  const posts = await Promise.all([...stars, ...stars].map((star) => publish(gateway, star)));
  const models = (await people(CLIENTS, 'writer')).map(newModel);
  const stage: Stage = { stars, posts, others: (writer) => postsOfOthers(models, writer) };
  const race: Race = { models, deviations: [], acked: 0, refused: 0 };
  await Promise.all(
    models.map(async (model, number) => {
      const random = createRandom(seedOf(seed, `writer ${number}`));
      for (let turn = 0; turn < operations; turn += 1) await take(race, { gateway, model, stage, random });
    }),
  );
  return race;
}

const postsOfOthers = (models: readonly Model[], writer: Person): Target[] =>
  models.filter((model) => model.writer !== writer).flatMap(({ posts }) => [...posts.values()]);

async function publish(gateway: string, author: Person): Promise<Target> {
  const { data } = await ask(gateway, { query: QUERIES.createPost, variables: { text: 'for all' } }, author.token);
  const { id } = data.createPost.post;
  return { id, uuid: decodeId('post', id), author };
}

type Chance = { gateway: string; model: Model; stage: Stage; random: Random };

async function take(race: Race, { gateway, model, stage, random }: Chance): Promise<void> {
  const turn = nextTurn(model, stage, random);
  const { outcome, id = '', reason = '' } = await send(gateway, model.writer, toOperation(turn));
  if (outcome === 'acked') turn.apply(model, id);
  if (outcome !== 'unknown') race[outcome] += 1;
  const isAsExpected = outcome !== 'unknown' && (turn.expected === undefined || turn.expected === outcome);
  if (isAsExpected) return;
  race.deviations.push(
    `${turn.name} of ${model.writer.handle} is ${outcome} ${reason}, not ${turn.expected ?? 'known'}`,
  );
}

function toOperation({ name, variables }: Turn): Operation {
  // Only `createPost` and `addComment` make what has an id that the model needs.
  const effect = { made: name === 'createPost' ? ('post' as const) : ('comment' as const), marker: '' };
  return { name, query: QUERIES[name], variables, effect, isKeyed: false };
}

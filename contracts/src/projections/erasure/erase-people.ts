import { alone } from '@nexus/kit/alone';
import type { Db } from '@nexus/kit/database';
import { repeat } from '@nexus/kit/repeat';
import type { Services } from '../../agreement.ts';
import type { ErasureRequest, Events, UserSnapshot } from '../../events.ts';
import type { UserRefTable } from '../user-ref.ts';
import {
  buryPerson,
  findNextErasure,
  insertErasure,
  noteErased,
  noteProgress,
  type PersonErasureTable,
} from './person-erasure.ts';

/** So many rows are erased in one transaction at most. */
export const ERASE_CHUNK = 500;
const EVERY_MS = 1_000;

/** Erases some of what is left of a person and says how much it was; nothing is left of its kind when that is 0. */
export type ErasureStep = (erasing: { db: Db; userId: string; note: Note }) => Promise<number>;
type Note = (tx: Db, erased: number) => Promise<void>;

type Progressed = Extract<keyof Events, `${string}.erasure.progressed.v1`>;

/** How a content subgraph forgets people: in these steps, one after the other. */
export type Forgetting = {
  erasures: PersonErasureTable;
  progressed: Progressed;
  steps: readonly ErasureStep[];
};

/** A step of one transaction: at most `ERASE_CHUNK` rows at a time. */
export function inChunks(erase: (tx: Db, userId: string) => Promise<number>): ErasureStep {
  return ({ db, userId, note }) =>
    db.transaction(async (tx) => {
      const erased = await erase(tx, userId);
      await note(tx, erased);
      return erased;
    });
}

/** What a content subgraph does when it hears that somebody is to be forgotten: nobody sees them from then on. */
export const onErasureRequested =
  ({ erasures, userRefs }: Pick<Forgetting, 'erasures'> & { userRefs: UserRefTable }) =>
  async (tx: Db, { userId }: ErasureRequest): Promise<void> => {
    await buryPerson(tx, userRefs, userId);
    await insertErasure(tx, erasures, userId);
  };

/** The last word about a person: whatever was on its way when they were forgotten is looked for once more. */
export async function sweepOnceMore(
  tx: Db,
  { erasures }: Pick<Forgetting, 'erasures'>,
  { userId, state }: UserSnapshot,
): Promise<void> {
  if (state === 'DELETED') await insertErasure(tx, erasures, userId);
}

/** Forgets people until stopped; a process that is killed has lost no more than the chunk it was at. */
export function startErasingPeople(services: Services, forgetting: Forgetting): () => Promise<void> {
  const { db, logger } = services;
  const { progressed } = forgetting;
  const name = `erasing people (${progressed})`;
  const round = () => alone(db, name, () => eraseSome(services, forgetting));
  return repeat(round, { name, everyMs: EVERY_MS, logger });
}

async function eraseSome(
  { db, events }: Pick<Services, 'db' | 'events'>,
  { erasures, progressed, steps }: Forgetting,
): Promise<{ hasMore: boolean }> {
  const next = await findNextErasure(db, erasures);
  if (!next) return { hasMore: false };
  const { userId } = next;
  const isComplete =
    (await firstErased(steps, {
      db,
      userId,
      note: (tx, erased) => noteErased(tx, erasures, { userId, erased }),
    })) === 0;
  await db.transaction(async (tx) => {
    const row = await noteProgress(tx, erasures, { userId, isComplete });
    if (!row) return;
    const { erasedCount, version } = row;
    // Nobody waits for it to be heard.
    await events.teller(tx, [])(progressed, { userId, erasedCount, isComplete, version });
  });
  return { hasMore: true };
}

/** What the first step that still had something to do erased; 0 when none had. */
async function firstErased(steps: readonly ErasureStep[], erasing: Parameters<ErasureStep>[0]): Promise<number> {
  for (const step of steps) {
    const erased = await step(erasing);
    if (erased > 0) return erased;
  }
  return 0;
}

import { requireViewer } from '@nexus/contracts/agreement';
import { invalid } from '@nexus/kit/errors';
import type { Context } from '../context.ts';
import type { Seen, Surface } from './impression.store.ts';
import { writeTogether } from './impression-batch.ts';
import { isRobot } from './robot.ts';

const MOST = 100;
const DAY_MS = 86_400_000;

export type Glance = { postId: string; dwellMs?: number | null | undefined };

/** Notes which posts the viewer had in sight; returns how many of them count. */
export async function recordImpressions(
  context: Context,
  glances: readonly Glance[],
  surface: Surface,
): Promise<number> {
  const viewer = requireViewer(context);
  if (glances.length > MOST) throw invalid('input.items', `Send at most ${MOST} at a time.`);
  const seen = glances.map(
    (glance, nth): Seen => ({
      postId: glance.postId,
      viewerId: viewer.id,
      surface,
      dwellMs: readDwell(glance, nth),
    }),
  );
  return isRobot(context.userAgent) ? 0 : await writeTogether(context.db, seen);
}

function readDwell({ dwellMs }: Glance, nth: number): number | null {
  if (dwellMs == null) return null;
  if (dwellMs < 0 || dwellMs > DAY_MS) throw invalid(`input.items.${nth}.dwellMs`, `Give 0 to ${DAY_MS}, a day.`);
  return dwellMs;
}

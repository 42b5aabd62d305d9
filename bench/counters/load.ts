import type { Db } from '@nexus/kit/database';
import { like, type Strategy, unlike } from './like.ts';

export type Load = { db: Db; clients: number; postIds: readonly string[] };

const anyOf = <One>(all: readonly One[]): One => all[Math.floor(Math.random() * all.length)] as One;

/** Runs as many clients at once, each doing one thing after the other while there is time or work. */
async function atOnce(clients: number, goesOn: () => boolean, act: () => Promise<void>): Promise<void> {
  const client = async () => {
    while (goesOn()) await act();
  };
  await Promise.all(Array.from({ length: clients }, client));
}

/** How many likes of any of the posts are committed in a second, for some seconds. */
export async function likesPerSecond(load: Load & { seconds: number }, count: Strategy): Promise<number> {
  const { db, clients, postIds, seconds } = load;
  const began = performance.now();
  let likes = 0;
  await atOnce(
    clients,
    () => performance.now() - began < seconds * 1_000,
    async () => {
      await like(db, anyOf(postIds), count);
      likes += 1;
    },
  );
  return (likes / (performance.now() - began)) * 1_000;
}

/** Likes posts and takes a third of that back, until so many operations are done. */
export async function likeAndUnlike(load: Load & { operations: number }, count: Strategy): Promise<void> {
  const { db, clients, postIds, operations } = load;
  const liked: { userId: string; postId: string }[] = [];
  let begun = 0;
  await atOnce(
    clients,
    () => begun < operations,
    async () => {
      begun += 1;
      const last = begun % 3 === 0 ? liked.pop() : undefined;
      if (last) return await unlike(db, last, count);
      const postId = anyOf(postIds);
      liked.push({ postId, userId: await like(db, postId, count) });
    },
  );
}

type Placed = { id: string; parentId: string | null };

/**
 * How deep each comment lies (0: on the post itself), given the depths of parents that came earlier.
 * A parent comes before its replies, in this batch or in one before; anything else is an error.
 */
export function depthsOf(comments: readonly Placed[], known: ReadonlyMap<string, number>): Map<string, number> {
  const depths = new Map<string, number>();
  for (const { id, parentId } of comments) {
    const parentDepth = parentId === null ? -1 : (depths.get(parentId) ?? known.get(parentId));
    if (parentDepth === undefined) throw new Error(`The parent of the comment ${id} has not come before it.`);
    depths.set(id, parentDepth + 1);
  }
  return depths;
}

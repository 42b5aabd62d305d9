const PATIENCE_MS = 10_000;

/** Waits for a condition; fails when it is not met within ten seconds. */
export async function until(condition: () => boolean): Promise<void> {
  const last = Date.now() + PATIENCE_MS;
  while (!condition()) {
    if (Date.now() > last) throw new Error(`waited in vain until ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

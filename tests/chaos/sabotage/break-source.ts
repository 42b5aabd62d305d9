import { registerHooks } from 'node:module';
import { BREAKS, type Break } from './breaks.ts';

/**
 * For `node --import`: runs the product with one of its files changed while it is loaded, so that the product itself
 * knows nothing of it. The variable CHAOS_BREAK says which.
 */
const { file, find, replace }: Break = BREAKS[process.env.CHAOS_BREAK as keyof typeof BREAKS];

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith(`/${file}`)) return loaded;
    const source = String(loaded.source);
    const broken = source.replace(find, () => replace);
    if (broken === source) throw new Error(`there is nothing to break in ${file} any more`);
    return { ...loaded, source: broken };
  },
});

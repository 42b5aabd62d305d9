// Begins to hear a number, says so, and never ends: to be killed.
import { openListener } from './listener.ts';

const [, , url = ''] = process.argv;
const { bus } = await openListener(url);
await bus.listen({
  'numbers.said.v1': () => {
    console.log('hearing');
    return new Promise(() => undefined);
  },
});

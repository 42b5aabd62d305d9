import { partsOf } from './contract.ts';
import type { QueueNumbers } from './queue-numbers.ts';

const STYLE = `
  body { font: 14px/1.5 system-ui, sans-serif; margin: 2rem; }
  table { border-collapse: collapse; }
  th, td { padding: 0.2rem 1rem 0.2rem 0; text-align: left; }
  .number { text-align: right; font-variant-numeric: tabular-nums; }
  .alarm { color: #b00020; font-weight: 600; }`;

/** The operators' page: how every subscriber stands with every event. It reloads itself every five seconds. */
export function renderQueues(queues: readonly QueueNumbers[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="refresh" content="5">
<title>Nexus: queues</title>
<style>${STYLE}</style>
<h1>Queues</h1>
<table>
<tr><th>event<th>heard by<th>waiting<th>being handled<th>failed, trying again<th>dead letters<th>lag</tr>
${queues.map(renderQueue).join('\n')}
</table>
<p>Failed events and dead letters: <code>npm run events -- list</code></p>
</html>
`;
}

/** Names of events and subscribers come from the contracts: nothing in them needs escaping. */
function renderQueue({ queue, waiting, active, retrying, dead, lagSeconds }: QueueNumbers): string {
  const { subscriber, event } = partsOf(queue);
  const number = (value: number | string, isAlarming = false) =>
    `<td class="number${isAlarming ? ' alarm' : ''}">${value}`;
  return [
    `<tr><td>${event}<td>${subscriber}`,
    number(waiting),
    number(active),
    number(retrying, retrying > 0),
    number(dead, dead > 0),
    number(`${lagSeconds.toFixed(1)} s`, lagSeconds > ALARMING_LAG_SECONDS),
    '</tr>',
  ].join('');
}

const ALARMING_LAG_SECONDS = 5;

import { SUBGRAPHS } from '@nexus/contracts/subgraph-names';
import { sized } from '@nexus/kit/testing/thoroughness';
import { expect, test } from 'vitest';
import { readNames } from '../../scripts/new-subgraph/names.ts';
import { requireFree } from '../../scripts/new-subgraph/taken.ts';
import { temporaryCopy } from './temporary-copy.ts';

type Arguments = readonly [name: string, ...options: string[]];
/** Names that no team would have taken before. */
const TRIALS: Arguments = ['trials', '--entity', 'TrialRun'];
const NEW = sized<Arguments[]>({ thorough: [['specimens'], TRIALS], daily: [TRIALS] });

test('new subgraphs are complete: they pass every check, their own tests, and those that look at all of them', async () => {
  const copy = await temporaryCopy();

  for (const [name, ...entity] of NEW) {
    expect(await copy.run('npm', 'run', 'new:subgraph', '--', name, ...entity)).toContain('. Next: npm install');
    await copy.link(`subgraphs/${name}`);
  }

  const checked = await copy.run('npm', 'run', 'check');
  expect(checked.match(/^[✓✗]/gm)?.join('')).toMatch(/^✓+$/);
  const ofAll = ['architecture', 'authorization/policies', 'production-shape', 'query-plans'];
  const tested = await copy.run(
    'vitest',
    'run',
    ...NEW.map(([name]) => `subgraphs/${name}`),
    ...ofAll.map((name) => `tests/${name}.test.ts`),
  );
  const files = NEW.length + ofAll.length;
  expect(tested).toMatch(new RegExp(`Test Files +${files} passed \\(${files}\\)`));
}, 300_000);

test('names follow the subgraph, or say otherwise', () => {
  const owned = (subgraph: string, entity?: string) => {
    const { Entity, entities, entity_key, words } = readNames(subgraph, entity);
    return [Entity, entities, entity_key, words];
  };

  expect(owned('messages')).toEqual(['Message', 'messages', 'message', 'messages']);
  expect(owned('stories')).toEqual(['Story', 'stories', 'story', 'stories']);
  expect(owned('wishes')).toEqual(['Wish', 'wishes', 'wish', 'wishes']);
  expect(owned('billing')).toEqual(['BillingItem', 'billingItems', 'billing_item', 'billing items']);
  expect(owned('chat', 'DirectMessage')).toEqual([
    'DirectMessage',
    'directMessages',
    'direct_message',
    'direct messages',
  ]);
});

test.each([
  ['Messages', undefined, /names no subgraph/],
  ['live-events', undefined, /names no subgraph/],
  ['ab', undefined, /names no subgraph/],
  ['chat', 'direct_message', /names no type/],
  ['classes', undefined, /“Class” means something else in code/],
  ['calendars', 'Date', /“Date” means something else in code/],
  ['inboxes', undefined, /“Inbox” means something else in code/],
  ['rows', undefined, /“Row” means something else in code/],
  ['records', undefined, /“Record” means something else in code/],
  ['requests', undefined, /There is an id that begins with request already/],
  [SUBGRAPHS[0], undefined, /There is a “users” already/],
  ['gateway', undefined, /There is a “gateway” already/],
  ['lists', 'Post', /There is Post already/],
  ['media', 'Media', /There is Media already/],
  ['trials', 'TrialRun', undefined],
])('%s of %s is taken for what it is', async (subgraph, entity, refusal) => {
  const tried = async () => requireFree(process.cwd(), readNames(subgraph, entity));

  if (refusal) await expect(tried()).rejects.toThrow(refusal);
  else await expect(tried()).resolves.toBeUndefined();
});

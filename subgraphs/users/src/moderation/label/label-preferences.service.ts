import { CONTENT_LABELS, type ContentLabel, type LabelAction } from '@nexus/contracts/events';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../../context.ts';
import { requireLiveSession } from '../../session/live-session.ts';
import { lockLabelPreferences, replaceLabelPreferences } from './label-preferences.store.ts';

type Preference = { label: ContentLabel; action: LabelAction };

/** What is done for the viewer with posts of each label. */
export async function listLabelPreferences({ loaders }: Context, viewerId: string): Promise<Preference[]> {
  const said = (await loaders.labelPreferences.load(viewerId))?.preferences ?? [];
  return CONTENT_LABELS.map((label) => said.find((one) => one.label === label) ?? { label, action: 'WARN' });
}

/** Says what is done for the viewer with posts of a label. */
export async function setLabelPreference(context: Context, wanted: Preference): Promise<void> {
  const viewer = await requireLiveSession(context);
  await transact(context, async (tx, tell) => {
    const before = await lockLabelPreferences(tx, viewer.id);
    if (before.some(({ label, action }) => label === wanted.label && action === wanted.action)) return;
    const others = before.filter(({ label }) => label !== wanted.label);
    const { userId, preferences, version } = await replaceLabelPreferences(tx, viewer.id, [...others, wanted]);
    await tell('users.label_preferences.changed.v1', { userId, preferences, version });
  });
}

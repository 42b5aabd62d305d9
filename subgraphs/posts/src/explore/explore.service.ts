import { invalid } from '@nexus/kit/errors';
import type { Context } from '../context.ts';
import type { FeedItemPage } from '../feed/feed-item.ts';
import type { ExploreWindow } from '../resolvers.generated.ts';
import { readLanguage } from '../text/language.ts';
import { findRecommended } from './explore.store.ts';
import { readRankedPage, toRankedPage } from './ranked-page.ts';

const HOUR_MS = 60 * 60 * 1_000;
const WINDOW_MS: Record<ExploreWindow, number> = { HOUR: HOUR_MS, DAY: 24 * HOUR_MS, WEEK: 7 * 24 * HOUR_MS };
const MAX_LANGUAGES = 20;

type Maybe<Value> = Value | null | undefined;
type Asked = {
  window?: Maybe<ExploreWindow>;
  languages?: Maybe<readonly string[]>;
  first?: number | null;
  after?: string | null;
};

/** A page of posts by people whom the viewer need not know; BAD_USER_INPUT for what are no languages. */
export async function explore({ db, viewer }: Context, asked: Asked): Promise<FeedItemPage> {
  const page = readRankedPage(asked);
  const since = new Date(Date.now() - WINDOW_MS[asked.window ?? 'DAY']);
  const query = { viewerId: viewer?.id, page, since, languages: readLanguages(asked.languages) };
  const { items, lookedUpTo } = await findRecommended(db, query);
  return toRankedPage(items, page, lookedUpTo);
}

function readLanguages(tags: Maybe<readonly string[]>): string[] | undefined {
  if (tags == null || tags.length === 0) return undefined;
  if (tags.length > MAX_LANGUAGES) throw invalid('languages', `Give at most ${MAX_LANGUAGES}.`);
  return tags.map((tag, index) => readLanguage(tag, `languages.${index}`));
}

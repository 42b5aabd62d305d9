import type { Audience, Visibility } from '@nexus/contracts/events';

/** What somebody asks to be published, its ids decoded: as it is kept of a draft, and before it is looked at. */
export type AskedPost = {
  text: string;
  contentWarning: string | null;
  isSensitive: boolean;
  language: string | null;
  visibility: Visibility;
  listId: string | null;
  commentPolicy: Audience;
  quotePolicy: Audience;
  quotedPostId: string | null;
  poll: AskedPoll | null;
};

export type AskedPoll = { options: readonly string[]; isMultiple: boolean; durationSeconds: number };

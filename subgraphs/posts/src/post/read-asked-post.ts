import { decodeId } from '@nexus/contracts/ids';
import type { PostContentInput } from '../resolvers.generated.ts';
import type { AskedPost } from './asked-post.ts';

type Where = { path?: string; quotedPostId?: string | null | undefined };

/** What is asked to be published; what is null is as good as left out. BAD_USER_INPUT where an id is none. */
export function readAskedPost(
  content: PostContentInput,
  { path = 'input.content', quotedPostId = null }: Where = {},
): AskedPost {
  const { text, contentWarning, isSensitive, language, visibility, listId, commentPolicy, quotePolicy, poll } = content;
  return {
    text,
    contentWarning: contentWarning ?? null,
    isSensitive: isSensitive ?? false,
    language: language ?? null,
    visibility: visibility ?? 'PUBLIC',
    listId: listId == null ? null : decodeId('list', listId, `${path}.listId`),
    commentPolicy: commentPolicy ?? 'EVERYONE',
    quotePolicy: quotePolicy ?? 'EVERYONE',
    quotedPostId: quotedPostId == null ? null : decodeId('post', quotedPostId, 'input.quotedPostId'),
    poll: poll ? { ...poll, isMultiple: poll.isMultiple ?? false } : null,
  };
}

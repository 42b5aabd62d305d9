import { decodeId } from '@nexus/contracts/ids';
import type { CreatePostInput } from '../resolvers.generated.ts';
import type { Draft } from './create-post.service.ts';

/** What is to be published; what is null is as good as left out. BAD_USER_INPUT where an id is none. */
export function readDraft({ content, quotedPostId }: CreatePostInput): Draft {
  const { text, language, visibility, listId, commentPolicy, quotePolicy } = content;
  return {
    text,
    language: language ?? null,
    visibility: visibility ?? 'PUBLIC',
    listId: listId == null ? null : decodeId('list', listId, 'input.content.listId'),
    commentPolicy: commentPolicy ?? 'EVERYONE',
    quotePolicy: quotePolicy ?? 'EVERYONE',
    quotedPostId: quotedPostId == null ? null : decodeId('post', quotedPostId, 'input.quotedPostId'),
  };
}

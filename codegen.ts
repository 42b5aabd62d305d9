import type { CodegenConfig } from '@graphql-codegen/cli';
import { clientOutputs } from './scripts/codegen/client.ts';

/**
 * Which row stands behind which GraphQL type: what its resolvers get as their parent, and what others must return for
 * it, as `./tables/posts.ts#PostRow`. A type that another subgraph owns is only its key.
 */
const ROWS = {
  users: {
    AccountDeletion: './erasure/deletion.service.ts#DeletionProgress',
    AuditLogEntry: './tables/audit.ts#AuditLogRow',
    CaseNote: './tables/moderation.ts#CaseNoteRow',
    CaseReport: './tables/moderation.ts#ReportRow',
    DataExport: './tables/accounts.ts#DataExportRow',
    DeletionParticipant: './tables/accounts.ts#ErasureRow',
    FollowRequest: './relationship/follow/follow-request.store.ts#SeenRequest',
    FollowRequestConnection: './relationship/follow/follow-request.service.ts#FollowRequestList',
    ModerationAction: './tables/moderation.ts#ActionRow',
    ModerationCase: './tables/moderation.ts#CaseRow',
    ModerationCaseConnection: './moderation/case/case-list.service.ts#CaseList',
    ModerationNotice: './moderation/notice/notice.store.ts#NoticeRow',
    Session: './session/session.store.ts#SeenSession',
    User: './tables/users.ts#UserRow',
    UserConnection: './user/user-list.ts#UserList as PeopleList',
    UserList: './list/list.store.ts#SeenList',
    Viewer: '@nexus/contracts/viewer#Viewer as AskingViewer',
  },
  posts: {
    Draft: './tables/content.ts#DraftRow',
    CustomFeed: './tables/discovery.ts#CustomFeedRow',
    Facet: './text/facet.ts#StoredFacet',
    FeedConnection: './feed/feed-item.ts#FeedItemPage',
    FeedEdge: './feed/feed-item.ts#FeedItemEdge',
    FromHashtag: './feed/feed-item.ts#CausedItem as TaggedItem',
    Hashtag: './tables/posts.ts#HashtagRow',
    Media: './tables/content.ts#MediaRow',
    Pinned: './feed/feed-item.ts#CausedItem as PinnedItem',
    Poll: './tables/content.ts#PollRow',
    PollOption: './poll/shown-poll.ts#ShownOption',
    Post: './tables/posts.ts#PostRow',
    PostPermissions: './tables/posts.ts#PostRow as PermissionsOn',
    PostThread: './thread/thread.ts#Thread',
    PostRevision: './tables/content.ts#PostRevisionRow',
    Recommended: './feed/feed-item.ts#CausedItem as RecommendedItem',
    SharedBy: './feed/feed-item.ts#CausedItem',
    UnavailablePost: './quote/unavailable.ts#Unavailable',
    User: '{ id: string }',
    UserList: '{ id: string }',
    Viewer: '{ id: string }',
  },
  interactions: {
    AuthorAnalytics: './analytics/analytics.service.ts#Analytics as AuthorAnalyticsOf',
    Bookmark: './tables/bookmarks.ts#BookmarkRow',
    BookmarkCollection: './tables/bookmarks.ts#BookmarkCollectionRow',
    BookmarkConnection: './bookmark/bookmark-list.ts#BookmarkList',
    Comment: './tables/facts.ts#CommentRow',
    CommentConnection: './comment/comment-list.ts#CommentList',
    PlatformAnalytics: './analytics/analytics.service.ts#Analytics as PlatformAnalyticsOf',
    PostAnalytics: './analytics/analytics.service.ts#Analytics as PostAnalyticsOf',
    Reaction: './tables/facts.ts#ReactionRow',
    ReactionConnection: './reaction/reaction-list.ts#ReactionList',
    Share: './tables/facts.ts#ShareRow',
    ShareConnection: './share/share-list.ts#ShareList',
    Post: './post/post.store.ts#ShownPost',
    TopPost: './analytics/analytics.service.ts#TopPost as RankedPost',
    User: '{ id: string }',
    Viewer: '{ id: string }',
  },
};

const config: CodegenConfig = {
  generates: {
    ...Object.fromEntries(Object.entries(ROWS).map(([name, rows]) => [typesOf(name), typedBy(name, rows)])),
    ...clientOutputs(),
  },
};

export default config;

function typesOf(subgraph: string): string {
  return `subgraphs/${subgraph}/src/resolvers.generated.ts`;
}

function typedBy(subgraph: string, rows: Record<string, string>): CodegenConfig['generates'][string] {
  return {
    schema: `subgraphs/${subgraph}/schema.graphql`,
    plugins: ['typescript', 'typescript-resolvers'],
    config: {
      contextType: './context.ts#Context',
      mappers: rows,
      // What kit/scalars.ts makes of them.
      scalars: {
        ID: { input: 'string', output: 'string' },
        DateTime: { input: 'Date', output: 'Date' },
        URL: { input: 'URL', output: 'string' },
        _FieldSet: 'string',
      },
      strictScalars: true,
      federation: true,
      enumsAsTypes: true,
      useTypeImports: true,
      // A resolver's arguments with a default are never undefined.
      avoidOptionals: { defaultValue: true },
    },
  };
}

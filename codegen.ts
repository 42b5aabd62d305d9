import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * Which row stands behind which GraphQL type: what its resolvers get as their parent, and what others must return for
 * it, as `./tables.ts#PostRow`. A type that another subgraph owns is only its key.
 */
const ROWS = {
  users: {
    AccountDeletion: './erasure/deletion.service.ts#DeletionProgress',
    AuditLogEntry: './audit-tables.ts#AuditLogRow',
    CaseNote: './moderation-tables.ts#CaseNoteRow',
    CaseReport: './moderation-tables.ts#ReportRow',
    DataExport: './account-tables.ts#DataExportRow',
    DeletionParticipant: './account-tables.ts#ErasureRow',
    FollowRequest: './relationship/follow/follow-request.store.ts#SeenRequest',
    FollowRequestConnection: './relationship/follow/follow-request.service.ts#FollowRequestList',
    ModerationAction: './moderation-tables.ts#ActionRow',
    ModerationCase: './moderation-tables.ts#CaseRow',
    ModerationCaseConnection: './moderation/case/case-list.service.ts#CaseList',
    ModerationNotice: './moderation/notice/notice.store.ts#NoticeRow',
    Session: './session/session.store.ts#SeenSession',
    User: './tables.ts#UserRow',
    UserConnection: './user/user-list.ts#UserList as PeopleList',
    UserList: './list/list.store.ts#SeenList',
    Viewer: '@nexus/contracts/viewer#Viewer as AskingViewer',
  },
  posts: {
    Draft: './content-tables.ts#DraftRow',
    CustomFeed: './discovery-tables.ts#CustomFeedRow',
    Facet: './text/facet.ts#StoredFacet',
    FeedConnection: './feed/feed-item.ts#FeedItemPage',
    FeedEdge: './feed/feed-item.ts#FeedItemEdge',
    FromHashtag: './feed/feed-item.ts#CausedItem as TaggedItem',
    Hashtag: './tables.ts#HashtagRow',
    Media: './content-tables.ts#MediaRow',
    Pinned: './feed/feed-item.ts#CausedItem as PinnedItem',
    Poll: './content-tables.ts#PollRow',
    PollOption: './poll/shown-poll.ts#ShownOption',
    Post: './tables.ts#PostRow',
    PostPermissions: './tables.ts#PostRow as PermissionsOn',
    PostThread: './thread/thread.ts#Thread',
    PostRevision: './content-tables.ts#PostRevisionRow',
    Recommended: './feed/feed-item.ts#CausedItem as RecommendedItem',
    SharedBy: './feed/feed-item.ts#CausedItem',
    UnavailablePost: './quote/unavailable.ts#Unavailable',
    User: '{ id: string }',
    UserList: '{ id: string }',
    Viewer: '{ id: string }',
  },
  interactions: {
    AuthorAnalytics: './analytics/analytics.service.ts#Analytics as AuthorAnalyticsOf',
    Bookmark: './bookmark-tables.ts#BookmarkRow',
    BookmarkCollection: './bookmark-tables.ts#BookmarkCollectionRow',
    BookmarkConnection: './lists.ts#BookmarkList',
    Comment: './tables.ts#CommentRow',
    CommentConnection: './lists.ts#CommentList',
    PlatformAnalytics: './analytics/analytics.service.ts#Analytics as PlatformAnalyticsOf',
    PostAnalytics: './analytics/analytics.service.ts#Analytics as PostAnalyticsOf',
    Reaction: './tables.ts#ReactionRow',
    ReactionConnection: './lists.ts#ReactionList',
    Share: './tables.ts#ShareRow',
    ShareConnection: './lists.ts#ShareList',
    Post: './post/post.store.ts#ShownPost',
    TopPost: './analytics/analytics.service.ts#TopPost as RankedPost',
    User: '{ id: string }',
    Viewer: '{ id: string }',
  },
};

const config: CodegenConfig = {
  generates: Object.fromEntries(Object.entries(ROWS).map(([name, rows]) => [typesOf(name), typedBy(name, rows)])),
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

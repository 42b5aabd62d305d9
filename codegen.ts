import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * Which row stands behind which GraphQL type: what its resolvers get as their parent, and what others must return for
 * it, as `./tables.ts#PostRow`. A type that another subgraph owns is only its key.
 */
const ROWS = {
  users: {
    AccountDeletion: './erasure/deletion.service.ts#DeletionProgress',
    DataExport: './account-tables.ts#DataExportRow',
    DeletionParticipant: './account-tables.ts#ErasureRow',
    FollowRequest: './relationship/follow/follow-request.store.ts#SeenRequest',
    FollowRequestConnection: './relationship/follow/follow-request.service.ts#FollowRequestList',
    Session: './session/session.store.ts#SeenSession',
    User: './tables.ts#UserRow',
    UserConnection: './user/user-list.ts#UserList as PeopleList',
    UserList: './list/list.store.ts#SeenList',
    Viewer: '@nexus/contracts/viewer#Viewer as AskingViewer',
  },
  posts: {
    Facet: './text/facet.ts#StoredFacet',
    FeedConnection: './feed/feed-item.ts#FeedItemPage',
    FeedEdge: './feed/feed-item.ts#FeedItemEdge',
    Hashtag: './tables.ts#HashtagRow',
    Media: './content-tables.ts#MediaRow',
    Post: './tables.ts#PostRow',
    PostPermissions: './tables.ts#PostRow as PermissionsOn',
    PostRevision: './content-tables.ts#PostRevisionRow',
    SharedBy: './feed/feed-item.ts#FeedItem',
    UnavailablePost: './quote/unavailable.ts#Unavailable',
    User: '{ id: string }',
    UserList: '{ id: string }',
    Viewer: '{ id: string }',
  },
  interactions: {
    Comment: './tables.ts#CommentRow',
    CommentConnection: './lists.ts#CommentList',
    Reaction: './tables.ts#ReactionRow',
    ReactionConnection: './lists.ts#ReactionList',
    Share: './tables.ts#ShareRow',
    ShareConnection: './lists.ts#ShareList',
    Post: './post/post.store.ts#ShownPost',
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

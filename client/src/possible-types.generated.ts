
      export type PossibleTypesResultData = {
  "possibleTypes": {
    "FeedReason": [
      "FromHashtag",
      "Pinned",
      "Recommended",
      "SharedBy"
    ],
    "Node": [
      "Bookmark",
      "BookmarkCollection",
      "Comment",
      "CustomFeed",
      "Draft",
      "FollowRequest",
      "Hashtag",
      "Media",
      "Poll",
      "Post",
      "Reaction",
      "Session",
      "Share",
      "User",
      "UserList",
      "Viewer"
    ],
    "PostResult": [
      "Post",
      "UnavailablePost"
    ],
    "ReactionTarget": [
      "Comment",
      "Post"
    ],
    "ReportSubject": [
      "Comment",
      "Post",
      "User"
    ],
    "UserError": [
      "ConflictError",
      "ForbiddenError",
      "NotFoundError",
      "RateLimitError",
      "ValidationError"
    ]
  }
};
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "FeedReason": [
      "FromHashtag",
      "Pinned",
      "Recommended",
      "SharedBy"
    ],
    "Node": [
      "Bookmark",
      "BookmarkCollection",
      "Comment",
      "CustomFeed",
      "Draft",
      "FollowRequest",
      "Hashtag",
      "Media",
      "Poll",
      "Post",
      "Reaction",
      "Session",
      "Share",
      "User",
      "UserList",
      "Viewer"
    ],
    "PostResult": [
      "Post",
      "UnavailablePost"
    ],
    "ReactionTarget": [
      "Comment",
      "Post"
    ],
    "ReportSubject": [
      "Comment",
      "Post",
      "User"
    ],
    "UserError": [
      "ConflictError",
      "ForbiddenError",
      "NotFoundError",
      "RateLimitError",
      "ValidationError"
    ]
  }
};
      export default result;
    
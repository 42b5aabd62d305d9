const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag"])';

const SUPERGRAPH_YAML = `federation_version: =2.14.4
subgraphs:
  users: { routing_url: http://127.0.0.1:1/graphql, schema: { file: ./users.graphql } }
  posts: { routing_url: http://127.0.0.1:2/graphql, schema: { file: ./posts.graphql } }
`;

export const USERS = `${LINK}

type Query {
  me: User
  users(first: Int = 10): [User!]!
}

type User @key(fields: "id") {
  id: ID!
  name: String!
  email: String
  phone: String
}
`;

export const POSTS = `${LINK}

type User @key(fields: "id") {
  id: ID!
  posts(kind: Kind): [Post!]!
}

type Post {
  text: String!
  kind: Kind!
}

enum Kind {
  TEXT
  POLL
}
`;

const ME = `query Me {
  me {
    name
    email
  }
}
`;

const POLLS = `query Polls {
  me {
    posts(kind: POLL) {
      text
    }
  }
}
`;

/** A graph of two subgraphs and what clients ask of it, as files. */
export const SMALL_GRAPH = {
  'supergraph.yaml': SUPERGRAPH_YAML,
  'users.graphql': USERS,
  'posts.graphql': POSTS,
  'operations/me.graphql': ME,
  'operations/polls.graphql': POLLS,
};

/** The schema of users without a field. */
export const usersWithout = (field: string): string => USERS.replace(new RegExp(`  ${field}: .*\n`), '');

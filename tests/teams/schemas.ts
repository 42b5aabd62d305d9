const LINK = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@override"])
`;

const QUERY = `"What is read."
type Query {
  "All posts."
  posts: [Post!]!
}
`;

const post = (fields: readonly string[]) => `"Something a person published."
type Post @key(fields: "id") {
  "Which one."
  id: ID!
  ${fields.join('\n  ')}
}
`;

/** The schema of the team that has posts. */
export const postsWith = (...fields: string[]): string => LINK + QUERY + post(fields);

/** The schema of the team that knows how posts are read. */
export const statsWith = (...fields: string[]): string => LINK + post(fields);

export const TEXT = '"What it says."\n  text: String';
export const VIEWS = '"How often it was seen."\n  views: Int';

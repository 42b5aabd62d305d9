/** What there is of posts, whichever subgraph and version gives it out. */
export const ROWS = [
  { id: '1', text: 'One', body: 'One', wordCount: 1, likes: 11, views: 101, mood: 'calm' },
  { id: '2', text: 'Two words', body: 'Two words', wordCount: 2, likes: 22, views: 202, mood: 'glad' },
];

/** The same rows with some of their fields: what an operation for these should answer. */
export const rowsWith = (...fields: (keyof (typeof ROWS)[number])[]) =>
  ROWS.map((row) => Object.fromEntries(fields.map((field) => [field, row[field]])));

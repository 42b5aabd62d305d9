import type { Answer, TestSubgraph } from '@nexus/contracts/testing';
import type { Person } from '@nexus/contracts/testing/told';

const ERRORS = 'userErrors { code message path }';
const DRAFT = 'draft { id text scheduledFor failure }';

const ACTS = {
  createThread: ['CreateThreadInput', 'posts { id text thread { index } }'],
  votePoll: ['VotePollInput', 'poll { id voterCount viewerChoices options { index text voteCount } }'],
  setPostPinned: ['SetPostPinnedInput', 'post { id isPinned }'],
  saveDraft: ['SaveDraftInput', DRAFT],
  deleteDraft: ['DraftTargetInput', 'deletedDraftId'],
  schedulePost: ['SchedulePostInput', DRAFT],
  unschedulePost: ['DraftTargetInput', DRAFT],
} as const;

type Act = keyof typeof ACTS;

/** What authors do: each takes its input and gives its payload. */
export function act(posts: TestSubgraph, { viewer }: Person): Record<Act, (input: object) => Promise<Answer['data']>> {
  const acts = Object.entries(ACTS).map(([name, [inputType, payload]]) => {
    const query = `mutation ($input: ${inputType}!) { ${name}(input: $input) { ${payload} ${ERRORS} } }`;
    const ask = async (input: object) => {
      const { data, errors } = await posts.ask(query, { input }, viewer);
      if (errors) throw new Error(JSON.stringify(errors));
      return data[name];
    };
    return [name, ask];
  });
  // Object.fromEntries forgets what the keys are.
  return Object.fromEntries(acts);
}

/** What somebody, or nobody, reads of a post. */
export async function read(posts: TestSubgraph, [id, fields]: readonly [string, string], reader?: Person) {
  const { data, errors } = await posts.ask(`query ($id: ID!) { post(id: $id) { ${fields} } }`, { id }, reader?.viewer);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.post;
}

/** What somebody reads of what is theirs. */
export async function readOwn(
  posts: TestSubgraph,
  { viewer }: Person,
  { fields, ...variables }: { fields: string; first?: number; after?: string },
) {
  const heads = fields.includes('$') ? 'query ($first: Int, $after: String)' : 'query';
  const { data, errors } = await posts.ask(`${heads} { viewer { ${fields} } }`, { first: 20, ...variables }, viewer);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.viewer;
}

/** The beginning of a draft's life; gives its public id. */
export async function keepDraft(
  posts: TestSubgraph,
  who: Person,
  content: object = { text: 'later' },
): Promise<string> {
  return (await act(posts, who).saveDraft({ content })).draft.id;
}

export const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

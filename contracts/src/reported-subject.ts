import { z } from 'zod';
import { askNeighbour } from './neighbour.ts';

/** The route by which posts and interactions tell users what somebody reports, as they see it. */
export const SUBJECT_PATH = '/internal/reported-subject';
export const subjectQuestion = z.object({ subjectId: z.uuid(), viewerId: z.uuid() });
/** Who wrote it and what it says; null when the viewer does not see it. */
export const subjectAnswer = z.object({ subject: z.object({ authorId: z.uuid(), text: z.string() }).nullable() });

export type SubjectQuestion = z.infer<typeof subjectQuestion>;
export type SubjectAnswer = z.infer<typeof subjectAnswer>;

/** What a post or comment says to the viewer; null when they do not see it. Throws when its owner does not answer. */
export async function askForSubject(
  services: Parameters<typeof askNeighbour>[0],
  owner: 'posts' | 'interactions',
  body: SubjectQuestion,
): Promise<SubjectAnswer['subject']> {
  const response = await askNeighbour(services, { from: 'users', to: owner, path: SUBJECT_PATH, body });
  if (!response) throw new Error(`${owner} tells nothing of what is reported`);
  return subjectAnswer.parse(await response.json()).subject;
}

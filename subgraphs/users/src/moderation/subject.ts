import type { SubjectKind } from '@nexus/contracts/events';
import { encodeId } from '@nexus/contracts/ids';
import type { Context } from '../context.ts';

type About = { subjectKind: SubjectKind; subjectId: string };

/** What a case or notice is about, as far as the viewer sees it: of posts and comments their owners say so. */
export async function subjectOf(loaders: Context['loaders'], { subjectKind, subjectId }: About) {
  if (subjectKind === 'POST') return { __typename: 'Post' as const, id: encodeId('post', subjectId) };
  if (subjectKind === 'COMMENT') return { __typename: 'Comment' as const, id: encodeId('comment', subjectId) };
  const person = await loaders.user.load(subjectId);
  return person && { __typename: 'User' as const, ...person };
}

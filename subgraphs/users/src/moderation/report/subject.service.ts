import type { SubjectKind } from '@nexus/contracts/events';
import { tryDecodeId } from '@nexus/contracts/ids';
import { askForSubject } from '@nexus/contracts/reported-subject';
import type { Viewer } from '@nexus/contracts/viewer';
import { conflict, notFound } from '@nexus/kit/errors';
import type { Context } from '../../context.ts';

/** What somebody reports: whose it is, and what it says; `text` is null for a person. */
export type Subject = { kind: SubjectKind; id: string; personId: string; text: string | null };

const OWNERS = { post: 'posts', comment: 'interactions' } as const;
const KINDS = { post: 'POST', comment: 'COMMENT' } as const;

/** What stands behind an id for the viewer; NOT_FOUND for what they do not see, as for what never was. */
export async function findSubject(context: Context, subjectId: string, viewer: Viewer): Promise<Subject> {
  const found = tryDecodeId(subjectId);
  if (found?.kind === 'user') return await findPerson(context, found.uuid);
  if (found?.kind === 'post' || found?.kind === 'comment') {
    return await findContent(context, { kind: found.kind, id: found.uuid, viewer });
  }
  throw absent();
}

const absent = () => notFound('What you want to report', 'input.subjectId');

async function findPerson({ loaders }: Context, id: string): Promise<Subject> {
  if (!(await loaders.user.load(id))) throw absent();
  return { kind: 'USER', id, personId: id, text: null };
}

type Asked = { kind: keyof typeof OWNERS; id: string; viewer: Viewer };

async function findContent(context: Context, { kind, id, viewer }: Asked): Promise<Subject> {
  const subject = await askOwner(context, { kind, id, viewer });
  if (!subject) throw absent();
  return { kind: KINDS[kind], id, personId: subject.authorId, text: subject.text };
}

async function askOwner(context: Context, { kind, id, viewer }: Asked) {
  try {
    return await askForSubject(context, OWNERS[kind], { subjectId: id, viewerId: viewer.id });
  } catch (error) {
    context.logger.warn({ err: error }, 'what somebody reports could not be looked up');
    throw conflict('This cannot be looked up right now. Try again in a minute.', 'input.subjectId');
  }
}

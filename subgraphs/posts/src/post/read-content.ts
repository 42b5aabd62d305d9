import { readPoll } from '../poll/poll-content.ts';
import { readLanguage } from '../text/language.ts';
import { readLine } from '../text/line.ts';
import type { AskedPost } from './asked-post.ts';
import { readPostText } from './post-content.ts';

const MAX_WARNING_LENGTH = 200;

type As = { isDraft?: boolean };

/** What is asked for as it is kept; BAD_USER_INPUT below `path`. Of a draft, what is missing may be missing. */
export function readContent(asked: AskedPost, path: string, { isDraft = false }: As = {}): AskedPost {
  const contentWarning = readContentWarning(asked.contentWarning, `${path}.contentWarning`);
  return {
    ...asked,
    text: readPostText(asked.text, `${path}.text`, { mayBeEmpty: isDraft }),
    contentWarning,
    isSensitive: asked.isSensitive || contentWarning !== null,
    language: asked.language === null ? null : readLanguage(asked.language, `${path}.language`),
    poll: asked.poll && readPoll(asked.poll, `${path}.poll`, { isDraft }),
  };
}

/** What is said of a post before it is shown; an empty warning is none. BAD_USER_INPUT at `path` when it is too long. */
export function readContentWarning(raw: string | null, path: string): string | null {
  if (raw === null) return null;
  return readLine(raw, { path, what: 'A content warning', max: MAX_WARNING_LENGTH, mayBeEmpty: true }) || null;
}

/** Letters, digits and underscores of any script, but not digits alone: `#1` is a number. */
const HASHTAG_NAME = /^(?!\p{N}+$)[\p{L}\p{M}\p{N}_]{1,100}$/u;

/** What makes two spellings one hashtag, or undefined when it cannot be one; a leading `#` is let go. */
export function hashtagKey(written: string): string | undefined {
  const key = bareName(written).normalize('NFKC').toLowerCase();
  return HASHTAG_NAME.test(key) ? key : undefined;
}

/** A hashtag without its `#`, otherwise as it was written. */
export const bareName = (written: string): string => written.replace(/^[#＃]/u, '');

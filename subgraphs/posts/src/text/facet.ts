/** Where something stands in a text: `[start, end)` in Unicode code points. */
type Span = { start: number; end: number };

/** Something in a text as it is written: a handle, a hashtag without its `#`, an absolute URL. */
export type WrittenFacet = Span & ({ handle: string } | { hashtag: string } | { link: string });

/** The same as it is stored: people and hashtags by id, so that it stays true when they change their names. */
export type StoredFacet = Span & { userId?: string; hashtagId?: string; link?: string };

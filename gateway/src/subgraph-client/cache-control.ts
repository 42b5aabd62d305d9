type Said = string | string[] | undefined;

/** How long all may be cached and by whom, as far as `no-store`, `private`, `no-cache` and `max-age` say it. */
export function strictestCacheControl(...said: Said[]): string {
  const rules = said.filter((rule) => rule !== undefined).map((rule) => rule.toString().toLowerCase());
  const anySays = (word: string) => rules.some((rule) => rule.includes(word));
  if (anySays('no-store')) return 'no-store';
  const scope = rules.every((rule) => rule.includes('public')) ? ['public'] : [];
  const ages = rules.map((rule) => Number(/\bmax-age=(\d+)/.exec(rule)?.[1] ?? 0));
  return [
    ...(anySays('private') ? ['private'] : scope),
    ...(anySays('no-cache') ? ['no-cache'] : []),
    `max-age=${Math.min(...ages)}`,
  ].join(', ');
}

/** Which labels of progressive `@override` are on for a request. */
export type Overrides = Readonly<Record<string, boolean>>;

/** Decides on labels that are not a share of the traffic, e.g. by a flag of the viewer. */
export type DecideOverride<Context> = (label: string, context: Context) => boolean;

const SHARE = /^percent\((\d+(?:\.\d+)?)\)$/;

/** Compiles the labels of a supergraph; `percent(10)` is on for a tenth of all requests, others are off unless decided. */
export function createOverrides<Context>(labels: readonly string[], decide: DecideOverride<Context> = () => false) {
  const shares = labels.map((label) => ({ label, share: SHARE.exec(label)?.[1] }));
  return (context: Context): Overrides =>
    Object.fromEntries(
      shares.map(({ label, share }) => [
        label,
        share === undefined ? decide(label, context) : Math.random() * 100 < Number(share),
      ]),
    );
}

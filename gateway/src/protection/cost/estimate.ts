/** Variables as the client sent them: a number or a boolean is what it will be once it is coerced. */
export type Variables = Readonly<Record<string, unknown>>;

/** An amount that is known when an operation is compiled, or one that its variables decide. */
export type Estimate = number | ((variables: Variables) => number);

export const amountOf = (estimate: Estimate, variables: Variables): number =>
  typeof estimate === 'number' ? estimate : estimate(variables);

export function sumOf(estimates: readonly Estimate[]): Estimate {
  const { known, open } = split(estimates);
  const start = known.reduce((total, amount) => total + amount, 0);
  if (open.length === 0) return start;
  const [only] = open;
  if (only && open.length === 1) return start === 0 ? only : (variables) => start + only(variables);
  return (variables) => open.reduce((total, estimate) => total + estimate(variables), start);
}

export function maxOf(estimates: readonly Estimate[]): Estimate {
  const { known, open } = split(estimates);
  const start = Math.max(0, ...known);
  if (open.length === 0) return start;
  return (variables) => open.reduce((most, estimate) => Math.max(most, estimate(variables)), start);
}

export function productOf(one: Estimate, other: Estimate): Estimate {
  if (one === 1) return other;
  if (other === 1) return one;
  if (typeof one === 'number' && typeof other === 'number') return one * other;
  return (variables) => amountOf(one, variables) * amountOf(other, variables);
}

function split(estimates: readonly Estimate[]) {
  return {
    known: estimates.filter((estimate) => typeof estimate === 'number'),
    open: estimates.filter((estimate) => typeof estimate !== 'number'),
  };
}

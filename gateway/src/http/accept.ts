import { HttpRefusal } from './http-errors.ts';

const ANSWER_TYPES = ['application/json', 'application/graphql-response+json'] as const;

type AnswerType = (typeof ANSWER_TYPES)[number];
type MediaRange = { name: string; quality: number };

// From the exact one, which counts if there is one, to the widest.
const rangesOver = (type: AnswerType) => [type, 'application/*', '*/*'];

/**
 * The type in which a client takes its answer, after its `accept`; of two that it likes the same, the one that it
 * names, then the one named first. Refuses 406 who takes none: before a mutation is done, which they would send again.
 */
export function answerTypeFor(accepted: string | undefined): AnswerType {
  if (!accepted || accepted === '*/*') return 'application/json';
  const ranges = accepted.toLowerCase().split(',').map(readRange);
  const [best] = ANSWER_TYPES.map((type) => wishFor(type, ranges))
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.width - b.width || a.place - b.place);
  if (!best) throw notAcceptable();
  return best.type;
}

// Other parameters are disregarded: there is one charset.
function readRange(text: string): MediaRange {
  const [name = '', ...parameters] = text.split(';').map((part) => part.trim());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  return { name, quality: weight === undefined ? 1 : Number(weight.slice(2)) };
}

function wishFor(type: AnswerType, ranges: readonly MediaRange[]) {
  const names = ranges.map(({ name }) => name);
  const width = rangesOver(type).findIndex((range) => names.includes(range));
  const place = names.indexOf(rangesOver(type)[width] ?? '');
  return { type, width, place, quality: ranges[place]?.quality ?? 0 };
}

const OFFER = ANSWER_TYPES.map((type) => `${type}; charset=utf-8`).join(' or ');

const notAcceptable = () =>
  new HttpRefusal({
    status: 406,
    code: 'BAD_REQUEST',
    // As Apollo Server has it, which would look only when it has executed the operation.
    message: `An 'accept' header was provided for this request which does not accept ${OFFER}`,
  });

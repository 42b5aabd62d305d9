import { type GraphQLEnumType, type GraphQLLeafType, isEnumType } from 'graphql';
import { own } from './facts.ts';
import { makeId } from './ids.ts';
import { numberFrom, oneOf } from './seed.ts';

/** A value for a scalar or an enum field, by its type and by what its name says, always the same for a seed. */
export function inventLeaf(type: GraphQLLeafType, field: string, seed: string): unknown {
  if (isEnumType(type)) return inventEnum(type, seed);
  const known = own(SCALARS, type.name);
  return known ? known(seed, field) : inventText(seed, field);
}

const SCALARS: Readonly<Record<string, (seed: string, field: string) => unknown>> = {
  ID: (seed, field) => makeId(field.match(/^(?:deleted)?(\w+?)Id$/)?.[1]?.toLowerCase() ?? 'mock', seed),
  Int: (seed, field) => (/width|height/i.test(field) ? 400 : numberFrom(seed, /count/i.test(field) ? 500 : 100)),
  Float: (seed) => numberFrom(seed, 10_000) / 100,
  // Most of what is asked for so is an exception: suspended, muted, sensitive. Success is none.
  Boolean: (seed, field) => /success/i.test(field) || numberFrom(seed, 4) === 0,
  String: (seed, field) => inventText(seed, field),
  DateTime: (seed) => new Date(MOMENT - numberFrom(seed, NINETY_DAYS_MS)).toISOString(),
  Date: (seed) => new Date(MOMENT - numberFrom(seed, NINETY_DAYS_MS)).toISOString().slice(0, 10),
  URL: (seed, field) => `https://example.com/${field}/${numberFrom(seed, 1_000)}`,
  JSON: () => ({}),
};

/** Everything in a mock happened in the ninety days before this: it stays the same from start to start. */
const MOMENT = Date.UTC(2026, 5, 1);
const NINETY_DAYS_MS = 90 * 24 * 3_600_000;

/** The first value is the usual one of an enum: half of all have it. */
function inventEnum(type: GraphQLEnumType, seed: string): unknown {
  const values = type.getValues().filter(({ deprecationReason }) => deprecationReason === undefined);
  const place = numberFrom(`${seed} usual`, 2) === 0 ? 0 : numberFrom(seed, values.length);
  return (values[place] ?? type.getValues()[0])?.value;
}

const FIRST = [
  'Ada',
  'Bilal',
  'Chiara',
  'Dmitri',
  'Esi',
  'Farah',
  'Goran',
  'Hana',
  'Ines',
  'Jun',
  'Kofi',
  'Lena',
] as const;
const LAST = ['Almeida', 'Bauer', 'Chen', 'Diallo', 'Eriksen', 'Fischer', 'Garcia', 'Haddad', 'Ito', 'Jansen'] as const;
const SENTENCES = [
  'The ferry was late again, and nobody minded.',
  'Found the old map of the harbour in the attic.',
  'First frost; the tomatoes are in.',
  'We moved the whole archive in one afternoon.',
  'Does anybody know this bird?',
  'Two hundred pages left, and I do not want it to end.',
  'The new bridge opens on Sunday.',
  'Bread, again. It is getting better.',
] as const;

const WORDS: readonly [name: RegExp, make: (seed: string) => string][] = [
  [/handle|username/i, (seed) => `${oneOf(`${seed}1`, FIRST)}_${oneOf(`${seed}2`, LAST)}`.toLowerCase()],
  [/display|fullname|author|person/i, (seed) => `${oneOf(`${seed}1`, FIRST)} ${oneOf(`${seed}2`, LAST)}`],
  [/email/i, (seed) => `${oneOf(seed, FIRST).toLowerCase()}${numberFrom(seed, 100)}@example.com`],
  [/language|locale/i, (seed) => oneOf(seed, ['en', 'de', 'pt', 'fr'])],
  [/timezone|timeZone/i, () => 'Europe/Berlin'],
  [/url$|uri$|link/i, (seed) => `https://example.com/${numberFrom(seed, 1_000)}`],
  [/cursor$|token$/i, (seed) => Buffer.from(`mock ${numberFrom(seed, 1_000_000)}`).toString('base64url')],
  [/blurhash/i, () => 'LEHV6nWB2yk8pyo0adR*.7kCMdnj'],
  [/name|title|label/i, (seed) => `${oneOf(seed, LAST)} ${numberFrom(seed, 100)}`],
];

function inventText(seed: string, field: string): string {
  const make = WORDS.find(([name]) => name.test(field))?.[1];
  return make ? make(seed) : oneOf(seed, SENTENCES);
}

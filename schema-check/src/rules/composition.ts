import type { Problem } from '@nexus/gateway/composition/problem';
import type { Change } from '../change.ts';
import type { Finding, Place } from '../finding.ts';

/** What composition says of the graph as it becomes: its errors, and the hints that were not there before. */
export function composition({ base, head }: Change): Finding[] {
  const known = new Set(base.problems.map(({ code, message }) => `${code} ${message}`));
  const told = head.problems.filter(
    ({ level, code, message }) => level === 'error' || !known.has(`${code} ${message}`),
  );
  const findings = told.map(findingOf);
  return head.composed && !base.composed ? [...findings, nothingToCompareWith(base.problems)] : findings;
}

const placesOf = ({ places }: Problem): Place[] => places.map(({ file, line, column }) => ({ file, line, column }));

function findingOf(problem: Problem): Finding {
  const { level, code, message } = problem;
  const [first, ...others] = placesOf(problem);
  const elsewhere = others.map(({ file, line, column }) => `\nAlso ${file}:${line}:${column}`).join('');
  return {
    code,
    severity: level === 'error' ? 'error' : 'warning',
    message: `${message}${elsewhere}`,
    remedy: REMEDIES[code] ?? `See ${level === 'error' ? ERRORS : HINTS}#${code}.`,
    coordinate: undefined,
    place: first,
    variant: undefined,
    operations: [],
  };
}

const ERRORS = 'https://www.apollographql.com/docs/graphos/reference/federation/errors';
const HINTS = 'https://www.apollographql.com/docs/graphos/reference/federation/hints';

/** What to do about what teams meet most, and what is described nowhere else. */
const REMEDIES: Readonly<Record<string, string>> = {
  GRAPHQL_SYNTAX: 'Mend the syntax of this line.',
  INVALID_GRAPHQL: 'Define the type that is named here, or name one that exists.',
  INVALID_FIELD_SHARING:
    'Let one subgraph own the field, mark it @shareable in all that have it, or move it with @override.',
  FIELD_TYPE_MISMATCH:
    'Give the field the same type in every subgraph; change one subgraph after the other through a new field.',
  SATISFIABILITY_ERROR: 'Add a @key that leads to the subgraph which has the field, or offer the field on the way.',
  REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH: 'Make the argument optional, or add it to the field in every subgraph.',
  REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH: 'Make the input field optional, or add it in every subgraph.',
  ENUM_VALUE_MISMATCH: 'Give the enum the same values in every subgraph, or use it only as input or only as output.',
  KEY_INVALID_FIELDS: 'Let @key name fields of this type that have no arguments.',
  EXTERNAL_UNUSED: 'Remove the @external field, or name it in a @key, @requires or @provides.',
  TAG_UNUSED: 'Mend the name in variants.yaml, or tag what it means.',
  NOT_COMPOSED: 'Undo the change piece by piece: composition itself gave up on it.',
  NO_QUERIES: 'Give at least one subgraph a field of Query.',
};

function nothingToCompareWith([problem]: readonly Problem[]): Finding {
  return {
    code: 'BASE_NOT_COMPOSED',
    severity: 'warning',
    message: `The graph as it was does not compose (${problem?.message}), so only composition was checked.`,
    remedy: 'Compare with an older version that composes: --base REF.',
    coordinate: undefined,
    place: problem && placesOf(problem)[0],
    variant: undefined,
    operations: [],
  };
}

import { hash } from 'node:crypto';
import { normaliseOperation } from '@nexus/gateway/usage/normalise-operation';
import type { UsageExport } from '@nexus/gateway/usage/usage-export';
import { type GraphQLSchema, getOperationAST, parse, print, validate } from 'graphql';
import type { Operation } from '../operation.ts';
import type { Trusted } from './read-trusted.ts';

type Known = {
  trusted: readonly Trusted[];
  /** What was trusted before; clients that were built with it may still send it. */
  formerlyTrusted?: readonly Trusted[];
  /** Undefined when nobody counted. */
  recorded: UsageExport['operations'] | undefined;
  /** The APIs that an operation may be written for, the one that serves first. */
  schemas: readonly GraphQLSchema[];
};

/** The operations that clients send; one that is trusted and recorded is one, with its own text and what was counted. */
export function knownOperations({ trusted, formerlyTrusted = [], recorded, schemas }: Known): Operation[] {
  const counted = new Map(recorded?.map((operation) => [operation.id, operation]));
  const toOperation = ({ name, document }: Trusted): Operation => {
    const id = idOf(document, schemas);
    const { count = 0, clients = [], givenInVariables } = counted.get(id) ?? {};
    return { id, name, document, origin: 'trusted', count, clients, givenInVariables };
  };
  // Where requests were counted, it is known that nobody sends it any more.
  const former = formerlyTrusted.map(toOperation).filter(({ id }) => recorded === undefined || counted.has(id));
  const known = new Map([...former, ...trusted.map(toOperation)].map((operation) => [operation.id, operation]));
  const others = [...counted.values()].filter(({ id }) => !known.has(id));
  return [
    ...known.values(),
    ...others.map(({ body, ...operation }): Operation => {
      // It stands in no file that a finding could point to.
      const document = parse(body, { noLocation: true });
      return { ...operation, document, origin: 'recorded' };
    }),
  ];
}

/** Of an operation that no schema answers, the hash of its text: it was recorded nowhere. */
function idOf(document: Trusted['document'], schemas: readonly GraphQLSchema[]): string {
  const operation = getOperationAST(document);
  const schema = schemas.find((one) => validate(one, document, undefined, { maxErrors: 1 }).length === 0);
  return operation && schema ? normaliseOperation({ document, operation }, schema).id : hash('sha256', print(document));
}

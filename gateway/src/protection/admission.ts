import type { GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import { type GraphQLError, OperationTypeNode } from 'graphql';
import type { RequestContext } from '../http/request-context.ts';
import type { Check, CheckedOperation } from './checked-operation.ts';
import { amountOf, type Variables } from './cost/estimate.ts';
import { requireVariables } from './introspection.ts';
import { type Points, payerOf, takePoints } from './points.ts';
import { refuse } from './refusals.ts';
import type { Screen } from './screen-document.ts';
import { refuseDeepVariables } from './variable-depth.ts';

/** What was agreed on when an operation was let in. */
export type Admission = {
  checked: CheckedOperation;
  variables: Variables;
  requestedCost: number;
  /** Who pays, and the points they have left; undefined where nobody has to. */
  payment: { payer: string; available: number } | undefined;
};

export type Admit = (context: GraphQLRequestContextDidResolveOperation<RequestContext>) => Promise<Admission>;

type AdmissionConfig = { screen: Screen; check: Check; maxCost: number; points?: Points | undefined };

/** Refuses, before anything is planned, what cannot be run, is too large or cannot be paid. */
export function createAdmit({ screen, check, maxCost, points }: AdmissionConfig): Admit {
  return async ({ document, operation, schema, request, contextValue }) => {
    const refusal = screen.refusalOf(document);
    if (refusal) throw refusal;
    if (!operation) throw noOperation(request.operationName);
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw noSubscriptions();
    const checked = check({ document, operation }, schema);
    const variables = request.variables ?? {};
    refuseDeepVariables(variables);
    if (checked.asksForTypesOnly) requireVariables(schema, operation, variables);
    const requestedCost = amountOf(checked.requestedCost, variables);
    // So that NaN does not pass.
    if (!(requestedCost <= maxCost)) throw tooDear(requestedCost, maxCost);
    if (!points) return { checked, variables, requestedCost, payment: undefined };
    const payer = payerOf(contextValue);
    const available = await takePoints(points, payer, requestedCost);
    return { checked, variables, requestedCost, payment: { payer, available } };
  };
}

const tooDear = (cost: number, limit: number): GraphQLError =>
  refuse(
    'OPERATION_TOO_LARGE',
    `This operation costs ${cost} points, each page taken as full; at most ${limit} are allowed. Ask for shorter pages.`,
  );

const noOperation = (name: string | undefined): GraphQLError =>
  refuse(
    'OPERATION_RESOLUTION_FAILURE',
    name
      ? `The document has no operation named "${name}".`
      : 'The document has several operations; say with operationName which one to run.',
  );

const noSubscriptions = (): GraphQLError => refuse('BAD_REQUEST', 'Subscriptions are not available here.');

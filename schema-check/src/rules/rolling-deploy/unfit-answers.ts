import {
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { fieldAt } from '../reading/coordinates.ts';
import type { Misunderstanding } from './misunderstandings.ts';

/** A subgraph's own schema, and the supergraph that the gateway completes its answers with. */
type Schemas = { asked: GraphQLSchema; gateway: GraphQLSchema };

/** Answers that a gateway of another version turns into errors: nulls, values and types that it does not know. */
export function unfitAnswers(document: DocumentNode, schemas: Schemas): Misunderstanding[] {
  const types = new TypeInfo(schemas.asked);
  const found: Misunderstanding[] = [];
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ name }) {
        const parent = types.getParentType();
        const answer = types.getFieldDef()?.type;
        const expected = parent && fieldAt(schemas.gateway, `${parent.name}.${name.value}`)?.type;
        if (answer && expected) found.push(...unfit(`${parent.name}.${name.value}`, { answer, expected, ...schemas }));
      },
    }),
  );
  return found;
}

type Compared = Schemas & { answer: GraphQLOutputType; expected: GraphQLOutputType };

function unfit(coordinate: string, { answer, expected, asked, gateway }: Compared): Misunderstanding[] {
  if (!fits(answer, expected)) {
    return [{ coordinate, reason: `${coordinate} is ${answer} there, where the gateway expects ${expected}` }];
  }
  const name = getNamedType(answer).name;
  const known = new Set(possibilities(gateway, name));
  return possibilities(asked, name)
    .filter((one) => !known.has(one))
    .map((one) => ({
      coordinate: name,
      reason: `${coordinate} may answer with ${one} there, which the gateway does not know`,
    }));
}

/** Whether all that is answered may be expected; names of types are compared by those who know the types. */
function fits(answer: GraphQLOutputType, expected: GraphQLOutputType): boolean {
  if (isNonNullType(expected)) return isNonNullType(answer) && fits(answer.ofType, expected.ofType);
  if (isNonNullType(answer)) return fits(answer.ofType, expected);
  if (isListType(expected)) return isListType(answer) && fits(answer.ofType, expected.ofType);
  return !isListType(answer);
}

/** The values of an enum, the types that an object of an interface or union may have. */
function possibilities(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  if (isEnumType(type)) return type.getValues().map((value) => value.name);
  return isAbstractType(type) ? schema.getPossibleTypes(type).map((possible) => possible.name) : [];
}

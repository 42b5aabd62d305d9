import { type OperationDefinitionNode, valueFromASTUntyped } from 'graphql';
import type { Variables } from './estimate.ts';

export type VariableReader = (name: string) => (variables: Variables) => unknown;

/** Reads variables of an operation: as they were sent, else their default. */
export function createVariableReader({ variableDefinitions = [] }: OperationDefinitionNode): VariableReader {
  const defaults = new Map<string, unknown>();
  for (const { variable, defaultValue } of variableDefinitions) {
    if (defaultValue) defaults.set(variable.name.value, valueFromASTUntyped(defaultValue));
  }
  return (name) => {
    const otherwise = defaults.get(name);
    return (variables) => (Object.hasOwn(variables, name) ? variables[name] : otherwise);
  };
}

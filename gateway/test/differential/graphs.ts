import { abstractTypes } from './supergraphs/abstract-types.ts';
import { catalog } from './supergraphs/catalog.ts';
import { circles } from './supergraphs/circles.ts';
import { contracts } from './supergraphs/contracts.ts';
import { errors } from './supergraphs/errors.ts';
import { federationOne } from './supergraphs/federation-one.ts';
import { interfaceObjects } from './supergraphs/interface-objects.ts';
import { keys } from './supergraphs/keys.ts';
import { mutations } from './supergraphs/mutations.ts';
import { outages } from './supergraphs/outages.ts';
import { overrides } from './supergraphs/overrides.ts';
import { provides } from './supergraphs/provides.ts';
import { renamed } from './supergraphs/renamed.ts';
import { requires } from './supergraphs/requires.ts';
import { scalars } from './supergraphs/scalars.ts';
import type { TestGraph } from './test-graph.ts';

/** Together they use every directive of federation. */
export const GRAPHS: readonly TestGraph[] = [
  catalog,
  keys,
  requires,
  provides,
  abstractTypes,
  interfaceObjects,
  overrides,
  contracts,
  federationOne,
  mutations,
  errors,
  outages,
  scalars,
  circles,
  renamed,
];

import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those with the longest files first, so that no worker is idle while another ends a long one. */
const ORDER = ['supergraph', 'gateway', 'subgraph', 'unit'];

/** The order of test files: by project, and within one as vitest has it. Vitest takes nothing but a class. */
export class LongProjectsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ project }: TestSpecification) => ORDER.indexOf(project.name);
    return (await super.sort(files)).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

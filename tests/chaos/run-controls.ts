import { reasonOf } from '@nexus/kit/reasons';
import { runStretch } from './run-all.ts';
import { type Control, isCaught, standOf } from './sabotage/controls.ts';
import { SCENARIOS } from './scenarios.ts';
import { faultsOf, markdown } from './verdict.ts';

type Result = { control: Control; caught: boolean; by: string };

/** Runs every broken build under the scenario that shows it; prints what noticed it, and says whether all were noticed. */
export async function runControls(controls: readonly Control[], seed: number): Promise<boolean> {
  const results: Result[] = [];
  for (const control of controls) {
    const result = await runControl(control, seed);
    results.push(result);
    console.log(`${result.caught ? '✓ caught' : '✗ NOT CAUGHT'} ${control.name}: ${control.title}\n    ${result.by}`);
  }
  const rows = results.map(({ control, caught, by }) => [
    control.title,
    control.scenario,
    caught ? 'caught' : 'NOT CAUGHT',
    by.slice(0, 100).replaceAll('|', ' ').replaceAll('\n', ' '),
  ]);
  console.log(`\n${markdown(['broken build', 'scenario', 'verdict', 'what was found'], rows)}`);
  return results.every(({ caught }) => caught);
}

async function runControl(control: Control, seed: number): Promise<Result> {
  const scenario = SCENARIOS.find(({ name }) => name === control.scenario);
  if (!scenario) throw new Error(`there is no scenario ${control.scenario}`);
  try {
    for await (const [, verdict] of runStretch([scenario], { seed, options: standOf(control) })) {
      if (!verdict) continue;
      const caught = isCaught(control, verdict);
      const found = faultsOf(verdict).filter((fault) => !caught || fault.startsWith(control.caughtBy));
      return { control, caught, by: `${found.length} findings; ${found[0] ?? 'all held'}` };
    }
    return { control, caught: false, by: 'the scenario cannot run here' };
  } catch (error) {
    const said = reasonOf(error);
    const isRefused = control.caughtBy === 'start' && said.includes('It has no rule.');
    return { control, caught: isRefused, by: /[^\n]*It has no rule\./.exec(said)?.[0].trim() ?? said.slice(-300) };
  }
}

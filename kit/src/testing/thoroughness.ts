/** Whether what is generated is generated at its full size: `npm run test:thorough`, each night. */
export const isThorough = process.env.THOROUGH === '1';

/** How much of something generated a test takes: all of it when there is time, and otherwise what shows a mistake soon. */
export function sized<Size>({ thorough, daily }: { thorough: Size; daily: Size }): Size {
  return isThorough ? thorough : daily;
}

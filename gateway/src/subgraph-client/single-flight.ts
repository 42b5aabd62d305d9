import { type Patience, unlessOver } from './patience.ts';

type Flight<Answer> = { answer: Promise<Answer>; waiting: number; stop: AbortController; forget(): void };
type Start<Answer> = (signal: AbortSignal) => Promise<Answer>;

/** Gives all who ask for the same key at the same time one answer; it is given up when the last of them has left. */
export type SingleFlight<Answer> = (key: string, patience: Patience, start: Start<Answer>) => Promise<Answer>;

/** Shares calls by key while they run. */
export function createSingleFlight<Answer>(): SingleFlight<Answer> {
  const flights = new Map<string, Flight<Answer>>();

  const begin = (key: string, start: Start<Answer>): Flight<Answer> => {
    const stop = new AbortController();
    const forget = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    const flight = { answer: start(stop.signal), waiting: 0, stop, forget };
    flights.set(key, flight);
    // Also handles the failure of a flight that everybody has left.
    flight.answer.then(forget, forget);
    return flight;
  };

  return async (key, patience, start) => {
    const flight = flights.get(key) ?? begin(key, start);
    flight.waiting += 1;
    try {
      return await unlessOver(patience, flight.answer);
    } finally {
      flight.waiting -= 1;
      if (flight.waiting === 0) {
        flight.forget();
        flight.stop.abort();
      }
    }
  };
}

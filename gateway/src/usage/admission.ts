import { type Client, OTHER } from './client-names.ts';
import type { DescribedOperation } from './describe-operation.ts';

/** How much of a day a process counts; what is beyond is not counted, or counted for the client "other". */
export type Bounds = {
  operations: number;
  /** The characters of all their texts. */
  text: number;
  /** Pairs of an operation and a client. */
  pairs: number;
};

/** Says for which client an operation is counted; undefined when it is one too many. */
export type Admit = (operation: DescribedOperation, client: Client) => Client | undefined;

/** Remembers what was sent, within bounds whatever clients send. */
export function createAdmission({ operations, text, pairs }: Bounds): Admit {
  const known = new Map<string, Set<Client>>();
  const used = { text: 0, pairs: 0 };

  function clientsOf({ id, body }: DescribedOperation): Set<Client> | undefined {
    const clients = known.get(id);
    if (clients) return clients;
    if (known.size >= operations || used.text + body.length > text) return undefined;
    used.text += body.length;
    const none = new Set<Client>();
    known.set(id, none);
    return none;
  }

  return (operation, client) => {
    const clients = clientsOf(operation);
    if (!clients || clients.has(client)) return clients && client;
    const admitted = used.pairs < pairs ? client : OTHER;
    if (!clients.has(admitted)) used.pairs++;
    clients.add(admitted);
    return admitted;
  };
}

import type { DocumentNode } from 'graphql';

/** An operation that clients send: a trusted document, or one that the gateway recorded. */
export type Operation = {
  /** The SHA-256 of its normalised text, in hexadecimal. */
  id: string;
  name: string;
  document: DocumentNode;
  origin: 'trusted' | 'recorded';
  /** How often it was seen in the time that usage tells of; 0 when it was not. */
  count: number;
  clients: readonly { name: string; version: string; count: number }[];
  /** What of input types its variables gave, as coordinates; undefined when that was not recorded and may be anything. */
  givenInVariables?: readonly string[] | undefined;
};

import type { Change as Difference } from '@graphql-inspector/core';

/** What a difference is about, as a schema coordinate; inspector writes `Type.field.argument`. */
export function coordinateOf({ path }: Difference): string | undefined {
  const [owner, member, argument] = path?.split('.') ?? [];
  if (owner?.startsWith('@')) return member === undefined ? owner : `${owner}(${member}:)`;
  if (argument?.startsWith('@') || member?.startsWith('@')) return path?.slice(0, path.indexOf('.@'));
  return argument === undefined ? path : `${owner}.${member}(${argument}:)`;
}

/** What it is part of, as a coordinate: the field of an argument, the type of a field. */
export function ownerOf({ path }: Difference): string | undefined {
  const [owner, member, argument] = path?.split('.') ?? [];
  return argument === undefined || argument.startsWith('@') ? owner : `${owner}.${member}`;
}

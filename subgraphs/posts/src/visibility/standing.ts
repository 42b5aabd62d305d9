import type { Audience } from '@nexus/contracts/events';

/** How a person and the viewer stand to each other. */
export type Standing = {
  id: string;
  /** Whether the viewer sees them at all. */
  isInSight: boolean;
  isPrivate: boolean;
  /** By the viewer. */
  isFollowed: boolean;
  /** The viewer. */
  isFollowing: boolean;
};

/** Whether the viewer belongs to an audience, seen from the person to whom they stand so. */
export function isAmong(audience: Audience, { isFollowed, isFollowing }: Standing): boolean {
  const belongs = { EVERYONE: true, FOLLOWERS: isFollowed, FOLLOWING: isFollowing, NOBODY: false };
  return belongs[audience];
}

import type { Audience } from '@nexus/contracts/events';

/** How a person and the viewer stand to each other. */
export type Relationship = {
  id: string;
  /** Whether the viewer sees them at all. */
  canView: boolean;
  isPrivate: boolean;
  /** Whether the viewer follows them. */
  isFollowing: boolean;
  /** Whether they follow the viewer. */
  isFollowedBy: boolean;
};

/** Whether the viewer belongs to an audience of the person to whom they stand so. */
export function isAmong(audience: Audience, { isFollowing, isFollowedBy }: Relationship): boolean {
  const belongs = { EVERYONE: true, FOLLOWERS: isFollowing, FOLLOWING: isFollowedBy, NOBODY: false };
  return belongs[audience];
}

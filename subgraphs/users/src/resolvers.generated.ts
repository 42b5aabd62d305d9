import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { DeletionProgress } from './erasure/deletion.service.ts';
import type { AuditLogRow } from './tables/audit.ts';
import type { CaseNoteRow, ReportRow, ActionRow, CaseRow } from './tables/moderation.ts';
import type { DataExportRow, ErasureRow } from './tables/accounts.ts';
import type { SeenRequest } from './relationship/follow/follow-request.store.ts';
import type { FollowRequestList } from './relationship/follow/follow-request.service.ts';
import type { CaseList } from './moderation/case/case-list.service.ts';
import type { NoticeRow } from './moderation/notice/notice.store.ts';
import type { SeenSession } from './session/session.store.ts';
import type { UserRow } from './tables/users.ts';
import type { UserList as PeopleList } from './user/user-list.ts';
import type { SeenList } from './list/list.store.ts';
import type { Viewer as AskingViewer } from '@nexus/contracts/viewer';
import type { Context } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment in UTC, ISO 8601 with milliseconds. */
  DateTime: { input: Date; output: Date; }
  /** An absolute http or https URL. */
  URL: { input: URL; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** The deletion of an account. */
export type AccountDeletion = {
  __typename?: 'AccountDeletion';
  /** Null until everything is gone. */
  completedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who forgets the person, and how far each is; empty until it begins. */
  participants: Array<DeletionParticipant>;
  /** When it begins, or began. */
  scheduledFor: Scalars['DateTime']['output'];
  /** Where it is. */
  state: AccountDeletionState;
};

/** Where the deletion of an account is. */
export type AccountDeletionState =
  /** Nothing is left. */
  | 'COMPLETED'
  /** Under way; nothing stops it. */
  | 'ERASING'
  /** Signing in takes it back. */
  | 'SCHEDULED';

/** A note for a case. */
export type AddCaseNoteInput = {
  /** A case id (`case_…`). */
  caseId: Scalars['ID']['input'];
  /** 1 to 2000 characters. */
  text: Scalars['String']['input'];
};

/** A word to mute. */
export type AddMutedWordInput = {
  /** For how long, at most a year; without an end when left out. */
  durationSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** A word or a phrase of at most 100 characters; capitals do not matter. */
  word: Scalars['String']['input'];
};

/** An appeal. */
export type AppealModerationInput = {
  /** The id of a notice (`action_…`). */
  actionId: Scalars['ID']['input'];
  /** Why it should be looked at again, 1 to 2000 characters. */
  text: Scalars['String']['input'];
};

/** Where an appeal is. */
export type AppealState =
  /** What was decided is taken back. */
  | 'GRANTED'
  /** It waits for a moderator. */
  | 'OPEN'
  /** What was decided stays. */
  | 'REFUSED';

/** To whom to give a case. */
export type AssignCaseInput = {
  /** A moderator; the viewer when left out, nobody when null. */
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  /** A case id (`case_…`). */
  caseId: Scalars['ID']['input'];
};

/** A page of the audit log. */
export type AuditLogConnection = {
  __typename?: 'AuditLogConnection';
  /** The items, in the order of the list. */
  edges: Array<AuditLogEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
};

/** An entry of the audit log in a list. */
export type AuditLogEdge = {
  __typename?: 'AuditLogEdge';
  /** Where this item lies; pass it as `after` for what follows. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: AuditLogEntry;
};

/** Something that a moderator, an admin or an operator has done. It is never changed and never deleted. */
export type AuditLogEntry = Node & {
  __typename?: 'AuditLogEntry';
  /**
   * What was done: a `ModerationActionKind`, READ_CASE, ASSIGN_CASE, ADD_CASE_NOTE, DECIDE_APPEAL or GRANT_ROLE. READ_CASE is
   * to see the reports or the evidence of a case; again within the hour is the same entry.
   */
  action: Scalars['String']['output'];
  /** Who did it; null for an operator, who did it by a command. */
  actor?: Maybe<User>;
  /** When. */
  at: Scalars['DateTime']['output'];
  /** An entry's id (`audit_…`). */
  id: Scalars['ID']['output'];
  /** More about it as JSON: ids, kinds and times, and nothing that anybody wrote. */
  metadata: Scalars['String']['output'];
  /** To what: the id of a person, post, comment or case. */
  target: Scalars['ID']['output'];
};

/** Which entries of the audit log to show. */
export type AuditLogFilter = {
  /** Those of one kind, as `AuditLogEntry.action` names it. */
  action?: InputMaybe<Scalars['String']['input']>;
  /** Those of one person, by a user id. */
  actorId?: InputMaybe<Scalars['ID']['input']>;
  /** Those from then on. */
  since?: InputMaybe<Scalars['DateTime']['input']>;
  /** Those about one person, post, comment or case, by its id. */
  target?: InputMaybe<Scalars['ID']['input']>;
  /** Those before. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A session that began or went on. */
export type AuthPayload = {
  __typename?: 'AuthPayload';
  /** Send it as `Authorization: Bearer …`; null when it was refused. */
  accessToken?: Maybe<Scalars['String']['output']>;
  /** When the access token ends, ten minutes from now. */
  accessTokenExpiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Exchange it once with `refreshSession`; null when it was refused. */
  refreshToken?: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
  /** Who is signed in now; null when it was refused. */
  viewer?: Maybe<Viewer>;
};

/** A post that the viewer keeps; nobody else sees it. */
export type Bookmark = Node & {
  __typename?: 'Bookmark';
  /** A bookmark id (`bookmark_…`). */
  id: Scalars['ID']['output'];
};

/** What the viewer puts bookmarks in; nobody else sees it. */
export type BookmarkCollection = Node & {
  __typename?: 'BookmarkCollection';
  /** A collection id (`collection_…`). */
  id: Scalars['ID']['output'];
};

/** A text as it was when it was reported. */
export type CaseEvidence = {
  __typename?: 'CaseEvidence';
  /** When it was first reported so. */
  seenAt: Scalars['DateTime']['output'];
  /** What it said. */
  text: Scalars['String']['output'];
};

/** Something that a moderator wrote on a case. */
export type CaseNote = {
  __typename?: 'CaseNote';
  /** Who wrote it. */
  author: User;
  /** When. */
  createdAt: Scalars['DateTime']['output'];
  /** What; null 180 days after the decision. */
  text?: Maybe<Scalars['String']['output']>;
};

/** One person's report. */
export type CaseReport = {
  __typename?: 'CaseReport';
  /** What they said of it; null when they said nothing, and 180 days after the decision. */
  comment?: Maybe<Scalars['String']['output']>;
  /** When. */
  createdAt: Scalars['DateTime']['output'];
  /** Why. */
  reason: ReportReason;
  /** Who reported it; null when their account is deleted. */
  reporter?: Maybe<User>;
};

/** Where a case is. */
export type CaseState =
  /** What was decided is to be looked at again. */
  | 'APPEALED'
  /** Somebody is at it. */
  | 'ASSIGNED'
  /** Nothing had to be done. */
  | 'DISMISSED'
  /** Nobody is at it. */
  | 'OPEN'
  /** Something was done. */
  | 'RESOLVED';

/** A new handle. */
export type ChangeHandleInput = {
  /** 3 to 30 letters, digits or underscores. */
  handle: Scalars['String']['input'];
};

/**
 * What somebody said about a post. Deleted while it had replies, it stays as a placeholder without text and author. Hidden
 * by the author of the post, or removed by a moderator, it is such a placeholder for others, but counted.
 */
export type Comment = Node & {
  __typename?: 'Comment';
  /** A comment id (`comment_…`). */
  id: Scalars['ID']['output'];
};

/** It contradicts what is already there. */
export type ConflictError = UserError & {
  __typename?: 'ConflictError';
  /** Always CONFLICT. */
  code: ErrorCode;
  /** A sentence for the person. */
  message: Scalars['String']['output'];
  /** Where in the input; null when it is about all of it. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** What moderators say of a post, for whoever wants to be warned of it or not to see it. */
export type ContentLabel =
  /** Contempt for people for what they are. */
  | 'HATE'
  /** Not true, or not meant to be understood. */
  | 'MISLEADING'
  /** Harming oneself. */
  | 'SELF_HARM'
  /** Sexual. */
  | 'SEXUAL'
  /** Advertising, repetition or tricks. */
  | 'SPAM'
  /** Violence, or what it did. */
  | 'VIOLENCE';

/** A feed that somebody put together. A public one is seen by whoever sees its owner, another by its owner alone. */
export type CustomFeed = Node & {
  __typename?: 'CustomFeed';
  /** A feed id (`feed_…`). */
  id: Scalars['ID']['output'];
};

/** A copy of all that is kept of a person, made at their wish. */
export type DataExport = {
  __typename?: 'DataExport';
  /** Where the gateway gives it out: GET it there with the access token. To anybody but its owner nothing is there. Null unless it is ready. */
  downloadPath?: Maybe<Scalars['String']['output']>;
  /** When it will be deleted, a week after it was ready; null before. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** An export id (`export_…`). */
  id: Scalars['ID']['output'];
  /** When it was asked for. */
  requestedAt: Scalars['DateTime']['output'];
  /** In bytes; null until it is ready. */
  size?: Maybe<Scalars['Int']['output']>;
  /** How far it is. */
  state: DataExportState;
};

/** How far a copy of somebody's data is. */
export type DataExportState =
  /** Its week is over. */
  | 'EXPIRED'
  /** It could not be made; another may be asked for. */
  | 'FAILED'
  /** It will begin soon. */
  | 'PENDING'
  /** It can be downloaded. */
  | 'READY'
  /** It is being made. */
  | 'RUNNING';

/** The answer to an appeal. */
export type DecideAppealInput = {
  /** Whether it is taken back. */
  accept: Scalars['Boolean']['input'];
  /** The decision that was appealed (`action_…`). */
  actionId: Scalars['ID']['input'];
  /** What the person is answered, 1 to 1000 characters. */
  answer: Scalars['String']['input'];
};

/** What proves that an account is to be deleted. */
export type DeleteAccountInput = {
  /** The viewer's handle, typed again. */
  confirmHandle: Scalars['String']['input'];
  /** The viewer's password. */
  password: Scalars['String']['input'];
};

/** An account that is to be deleted. */
export type DeleteAccountPayload = {
  __typename?: 'DeleteAccountPayload';
  /** What `accountDeletion` is asked with. It is given only now; null when it was refused. */
  progressToken?: Maybe<Scalars['String']['output']>;
  /** When it will be deleted; null when it was refused. */
  scheduledFor?: Maybe<Scalars['DateTime']['output']>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Which list to delete. */
export type DeleteListInput = {
  /** A list id. */
  listId: Scalars['ID']['input'];
};

/** The deleted list. */
export type DeleteListPayload = {
  __typename?: 'DeleteListPayload';
  /** Null when it was refused. */
  deletedListId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
  /** Whose it was; null when it was refused. */
  viewer?: Maybe<Viewer>;
};

/** A part of Nexus that forgets a person. */
export type DeletionParticipant = {
  __typename?: 'DeletionParticipant';
  /** How many things it has erased. */
  erasedCount: Scalars['Int']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
  /** How far it is. */
  state: DeletionParticipantState;
};

/** How far a part of Nexus is with forgetting a person. */
export type DeletionParticipantState =
  /** It has forgotten them. */
  | 'COMPLETED'
  /** It is at it. */
  | 'ERASING'
  /** It has not begun. */
  | 'WAITING';

/** What somebody may publish later. Nobody else sees it. */
export type Draft = Node & {
  __typename?: 'Draft';
  /** A draft id (`draft_…`). */
  id: Scalars['ID']['output'];
};

/** What kind of refusal a user error is. */
export type ErrorCode =
  /** It contradicts what is already there. */
  | 'CONFLICT'
  /** The viewer may not do this. */
  | 'FORBIDDEN'
  /** The input is not acceptable as it is. */
  | 'INVALID'
  /** Something the input names does not exist. */
  | 'NOT_FOUND'
  /** Too often; try again later. */
  | 'RATE_LIMITED';

/** Somebody's wish to follow the owner of a private account; gone once it is answered or taken back. */
export type FollowRequest = Node & {
  __typename?: 'FollowRequest';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** A request id (`request_…`). */
  id: Scalars['ID']['output'];
  /** Who asks. */
  requester: User;
  /** Who is asked. */
  target: User;
};

/** A page of follow requests. */
export type FollowRequestConnection = {
  __typename?: 'FollowRequestConnection';
  /** The items, in the order of the list. */
  edges: Array<FollowRequestEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many there are in all; null when there are more than 1,000. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A follow request in a list. */
export type FollowRequestEdge = {
  __typename?: 'FollowRequestEdge';
  /** Where this item lies; pass it as `after` for what follows. */
  cursor: Scalars['String']['output'];
  /** The request. */
  node: FollowRequest;
};

/** Whom to follow, and how. */
export type FollowUserInput = {
  /** Whether the viewer wants to be told of their posts. */
  notifyOnPost?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether their shares come to the viewer's feed. */
  showShares?: InputMaybe<Scalars['Boolean']['input']>;
  /** A user id. */
  userId: Scalars['ID']['input'];
};

/** The viewer may not do this. */
export type ForbiddenError = UserError & {
  __typename?: 'ForbiddenError';
  /** Always FORBIDDEN. */
  code: ErrorCode;
  /** A sentence for the person. */
  message: Scalars['String']['output'];
  /** Where in the input; null when it is about all of it. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Whether a handle can be had. */
export type HandleAvailability =
  /** Free to take. */
  | 'AVAILABLE'
  /** Not 3 to 30 letters, digits or underscores. */
  | 'INVALID'
  /** Kept for its former owner or for Nexus itself. */
  | 'RESERVED'
  /** Somebody's handle. */
  | 'TAKEN';

/** A word that gathers posts. */
export type Hashtag = Node & {
  __typename?: 'Hashtag';
  /** A hashtag id (`hashtag_…`). */
  id: Scalars['ID']['output'];
};

/** A picture in the sizes a client needs. */
export type Image = {
  __typename?: 'Image';
  /** What it shows, in words. */
  altText?: Maybe<Scalars['String']['output']>;
  /** A blurred placeholder (blurha.sh). */
  blurhash?: Maybe<Scalars['String']['output']>;
  /** In pixels. */
  height: Scalars['Int']['output'];
  /** At most 400 pixels wide. */
  thumbnailUrl: Scalars['URL']['output'];
  /** The original, at most 4096 pixels wide. */
  url: Scalars['URL']['output'];
  /** In pixels. */
  width: Scalars['Int']['output'];
};

/** What is done with a labelled post. */
export type LabelAction =
  /** It is left out of feeds; by its id it shows as with WARN. */
  | 'HIDE'
  /** It shows as any other. */
  | 'SHOW'
  /** It shows when asked for, behind its labels. */
  | 'WARN';

/** What a person wants done with posts of one label. */
export type LabelPreference = {
  __typename?: 'LabelPreference';
  /** What is done; WARN until they say something else. */
  action: LabelAction;
  /** Which label. */
  label: ContentLabel;
};

/** The changed list. */
export type ListPayload = {
  __typename?: 'ListPayload';
  /** Null when it was refused. */
  list?: Maybe<UserList>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
  /** Whose it is; null when it was refused. */
  viewer?: Maybe<Viewer>;
};

/** A picture of a post. */
export type Media = Node & {
  __typename?: 'Media';
  /** A media id (`media_…`). */
  id: Scalars['ID']['output'];
};

/** What to decide in a case. */
export type ModerateInput = {
  /** A case id (`case_…`). */
  caseId: Scalars['ID']['input'];
  /** For how long, at least a minute and at most ten years; only with SUSPEND, which has no end when left out. */
  durationSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** What to do. */
  kind: ModerationActionKind;
  /** Which label; with LABEL, and only then. */
  label?: InputMaybe<ContentLabel>;
  /** Whether the person is told. Of DISMISS nobody ever is. */
  notifyUser?: InputMaybe<Scalars['Boolean']['input']>;
  /** Why, 1 to 1000 characters: the person reads it where they are told. */
  reason: Scalars['String']['input'];
};

/** Something that was decided in a case. */
export type ModerationAction = {
  __typename?: 'ModerationAction';
  /** Where the appeal against it is; null when there is none. */
  appealState?: Maybe<AppealState>;
  /** What the person had to say against it. */
  appealText?: Maybe<Scalars['String']['output']>;
  /** When it was decided. */
  createdAt: Scalars['DateTime']['output'];
  /** When it ends by itself; null when it does not. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** An action id (`action_…`). */
  id: Scalars['ID']['output'];
  /** Whether the person was told. */
  isTold: Scalars['Boolean']['output'];
  /** What was done. */
  kind: ModerationActionKind;
  /** With LABEL, which. */
  label?: Maybe<ContentLabel>;
  /** Who decided it. */
  moderator: User;
  /** Why, as the person was told; null when their account is deleted. */
  reason?: Maybe<Scalars['String']['output']>;
  /** When it was taken back; null when it was not. */
  revertedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What a moderator can decide. */
export type ModerationActionKind =
  /** Nothing has to be done. */
  | 'DISMISS'
  /** A post gets a label; viewers say what they want done with it. */
  | 'LABEL'
  /** A post, or all of a person, is left out of what people find unasked: explore, trends, hashtag pages and suggestions. */
  | 'LIMIT_VISIBILITY'
  /** A post or comment is seen by its author and by moderators alone. */
  | 'REMOVE_CONTENT'
  /** Takes back all limits, removals and labels of what the case is about. */
  | 'RESTORE_CONTENT'
  /** The person's account is out of use, for a while or until it is taken back. */
  | 'SUSPEND'
  /** Takes back the suspension of the person's account. */
  | 'UNSUSPEND'
  /** The person is told, and that is all. */
  | 'WARN';

/** All that was reported about a person, a post or a comment, until it was decided. */
export type ModerationCase = Node & {
  __typename?: 'ModerationCase';
  /** What was decided, the latest first. */
  actions: Array<ModerationAction>;
  /** Who is at it. */
  assignee?: Maybe<User>;
  /**
   * What the text was when it was reported, the latest first, at most 100; empty for a person, and 180 days after the
   * decision. To read it is in the audit log.
   */
  evidence: Array<CaseEvidence>;
  /** A case id (`case_…`). */
  id: Scalars['ID']['output'];
  /** What moderators wrote on it, the latest first. */
  notes: Array<CaseNote>;
  /** When it was first reported. */
  openedAt: Scalars['DateTime']['output'];
  /** Who it is about: the person themselves, or who wrote it; also when their account is not in use. */
  person: User;
  /** Why, each reason once. */
  reasons: Array<ReportReason>;
  /** How many people reported it. */
  reportCount: Scalars['Int']['output'];
  /** What they said, the latest first; at most 100. To read it is in the audit log. */
  reports: Array<CaseReport>;
  /** When it was last decided; null before. */
  resolvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it is. */
  state: CaseState;
  /** What it is about. Being a moderator shows nobody more of it than it would otherwise; `evidence` is what was reported. */
  subject?: Maybe<ReportSubject>;
};

/** A page of cases. */
export type ModerationCaseConnection = {
  __typename?: 'ModerationCaseConnection';
  /** The items, in the order of the list. */
  edges: Array<ModerationCaseEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many there are in all; null when there are more than 1,000. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A case in a list. */
export type ModerationCaseEdge = {
  __typename?: 'ModerationCaseEdge';
  /** Where this item lies; pass it as `after` for what follows. */
  cursor: Scalars['String']['output'];
  /** The case. */
  node: ModerationCase;
};

/** The changed case. */
export type ModerationCasePayload = {
  __typename?: 'ModerationCasePayload';
  /** Null when it was refused. */
  case?: Maybe<ModerationCase>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Which cases to show. */
export type ModerationFilter = {
  /** Those that the viewer is at. */
  assignedToMe?: InputMaybe<Scalars['Boolean']['input']>;
  /** Those that were reported for any of these reasons. */
  reasons?: InputMaybe<Array<ReportReason>>;
  /** Those in any of these states; OPEN, ASSIGNED and APPEALED when left out. */
  states?: InputMaybe<Array<CaseState>>;
};

/** Something that moderators decided about a person, as they are told. */
export type ModerationNotice = {
  __typename?: 'ModerationNotice';
  /** What the appeal was answered; null before. */
  appealAnswer?: Maybe<Scalars['String']['output']>;
  /** Where the appeal against it is; null when there is none. */
  appealState?: Maybe<AppealState>;
  /** Whether it can be appealed now. */
  canAppeal: Scalars['Boolean']['output'];
  /** When it was decided. */
  createdAt: Scalars['DateTime']['output'];
  /** When it ends by itself; null when it does not. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** An action id (`action_…`). */
  id: Scalars['ID']['output'];
  /** What was done. */
  kind: ModerationActionKind;
  /** With LABEL, which. */
  label?: Maybe<ContentLabel>;
  /** Why. */
  reason?: Maybe<Scalars['String']['output']>;
  /** When it was taken back; null when it was not. */
  revertedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it was done to. */
  subject?: Maybe<ReportSubject>;
};

/** A page of notices. */
export type ModerationNoticeConnection = {
  __typename?: 'ModerationNoticeConnection';
  /** The items, in the order of the list. */
  edges: Array<ModerationNoticeEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
};

/** A notice in a list. */
export type ModerationNoticeEdge = {
  __typename?: 'ModerationNoticeEdge';
  /** Where this item lies; pass it as `after` for what follows. */
  cursor: Scalars['String']['output'];
  /** The notice. */
  node: ModerationNotice;
};

/** The changed notice. */
export type ModerationNoticePayload = {
  __typename?: 'ModerationNoticePayload';
  /** Null when it was refused. */
  notice?: Maybe<ModerationNotice>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Writes something on a case for other moderators. */
  addCaseNote: ModerationCasePayload;
  /** Keeps posts with a word out of the viewer's feeds; muting it again sets the time anew. */
  addMutedWord: ViewerPayload;
  /** Asks for another look at what moderators decided about the viewer; once for each decision, within 180 days. */
  appealModeration: ModerationNoticePayload;
  /** Gives a case to a moderator, or to nobody. */
  assignCase: ModerationCasePayload;
  /**
   * Hides the viewer and a person from each other everywhere. Follows, requests and places on lists between the two end
   * and do not come back. Having blocked them already is no error.
   */
  blockUser: UserPayload;
  /** Gives the viewer another handle, at most twice in 14 days; the old one stays reserved for them for 30 days. */
  changeHandle: UserPayload;
  /** Switches the viewer's account off: nobody sees it, and all its sessions end. Signing in switches it on again. */
  deactivateAccount: ViewerPayload;
  /**
   * Answers an appeal; a granted one takes the decision back. Where there is another moderator, it is not for who decided, nor
   * for who reported it.
   */
  decideAppeal: ModerationCasePayload;
  /**
   * Deletes the viewer's account and all they left, here and in every list and count. It is out of use at once, and all its
   * sessions end; it is deleted 30 days later, and signing in before that takes it back.
   */
  deleteAccount: DeleteAccountPayload;
  /** Deletes one of the viewer's lists; what was published for it is then for its author alone. */
  deleteList: DeleteListPayload;
  /** Has a person suggested to the viewer no more. Nobody is told. */
  dismissSuggestion: UserPayload;
  /**
   * Follows a person, or asks to when their account is private: then `hasPendingRequest` is true until they answer.
   * Following them already is no error.
   */
  followUser: UserPayload;
  /**
   * Decides a case, or something more in one that is decided. Nobody decides about themselves, and about an admin only
   * another admin does. Where there is a moderator who did not report it, it is not for who did.
   */
  moderate: ModerationCasePayload;
  /** Keeps a person out of the viewer's feeds, without telling them; muting them again sets the time anew. */
  muteUser: UserPayload;
  /** Exchanges a refresh token for its one successor and a new access token. Using an older one again ends the session. */
  refreshSession: AuthPayload;
  /** Makes a person stop following the viewer, without telling them; not being followed by them is no error. */
  removeFollower: UserPayload;
  /** Lets posts with a word into the viewer's feeds again; a word that is not muted is no error. */
  removeMutedWord: ViewerPayload;
  /**
   * Tells moderators of a person, post or comment that the viewer sees. Doing it again while it is being looked at changes
   * nothing. The person is not told by whom.
   */
  reportContent: ReportContentPayload;
  /** Has a copy made of all that is kept of the viewer, a zip of lines of JSON; one at a time, and at most one a day. */
  requestDataExport: ViewerPayload;
  /** Lets somebody who asked follow the viewer, or not. */
  respondToFollowRequest: RespondToFollowRequestPayload;
  /** Ends one session of the viewer, or all but the one they use now. */
  revokeSession: RevokeSessionPayload;
  /** Says what is done for the viewer with posts of a label. */
  setLabelPreference: ViewerPayload;
  /** Puts a person on one of the viewer's lists, at most 500 on each, or takes them off it; they are not told. */
  setListMembership: ListPayload;
  /**
   * Starts a session: an access token for ten minutes and a refresh token. Who is suspended is told until when, and why if a
   * moderator gave them a reason.
   */
  signIn: AuthPayload;
  /** Ends the viewer's session: it cannot be refreshed any more, and within a second its access token is refused. */
  signOut: SignOutPayload;
  /** Makes an account and signs in. */
  signUp: AuthPayload;
  /** Ends a block; a person who is not blocked is no error. */
  unblockUser: UserPayload;
  /** Stops following a person, or asking to; doing neither is no error. */
  unfollowUser: UserPayload;
  /** Ends a mute; a person who is not muted is no error. */
  unmuteUser: UserPayload;
  /** Changes who may see what of the viewer; what is left out stays. */
  updatePrivacy: ViewerPayload;
  /** Changes what the viewer's profile says; what is left out stays. */
  updateProfile: UserPayload;
  /** Makes a list, at most 50 for each person, or changes one of the viewer's: all of it, as the input says. */
  upsertList: ListPayload;
};


export type MutationAddCaseNoteArgs = {
  input: AddCaseNoteInput;
};


export type MutationAddMutedWordArgs = {
  input: AddMutedWordInput;
};


export type MutationAppealModerationArgs = {
  input: AppealModerationInput;
};


export type MutationAssignCaseArgs = {
  input: AssignCaseInput;
};


export type MutationBlockUserArgs = {
  input: UserTargetInput;
};


export type MutationChangeHandleArgs = {
  input: ChangeHandleInput;
};


export type MutationDecideAppealArgs = {
  input: DecideAppealInput;
};


export type MutationDeleteAccountArgs = {
  input: DeleteAccountInput;
};


export type MutationDeleteListArgs = {
  input: DeleteListInput;
};


export type MutationDismissSuggestionArgs = {
  input: UserTargetInput;
};


export type MutationFollowUserArgs = {
  input: FollowUserInput;
};


export type MutationModerateArgs = {
  input: ModerateInput;
};


export type MutationMuteUserArgs = {
  input: MuteUserInput;
};


export type MutationRefreshSessionArgs = {
  input: RefreshSessionInput;
};


export type MutationRemoveFollowerArgs = {
  input: UserTargetInput;
};


export type MutationRemoveMutedWordArgs = {
  input: RemoveMutedWordInput;
};


export type MutationReportContentArgs = {
  input: ReportContentInput;
};


export type MutationRespondToFollowRequestArgs = {
  input: RespondToFollowRequestInput;
};


export type MutationRevokeSessionArgs = {
  input: RevokeSessionInput;
};


export type MutationSetLabelPreferenceArgs = {
  input: SetLabelPreferenceInput;
};


export type MutationSetListMembershipArgs = {
  input: SetListMembershipInput;
};


export type MutationSignInArgs = {
  input: SignInInput;
};


export type MutationSignUpArgs = {
  input: SignUpInput;
};


export type MutationUnblockUserArgs = {
  input: UserTargetInput;
};


export type MutationUnfollowUserArgs = {
  input: UserTargetInput;
};


export type MutationUnmuteUserArgs = {
  input: UserTargetInput;
};


export type MutationUpdatePrivacyArgs = {
  input: UpdatePrivacyInput;
};


export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
};


export type MutationUpsertListArgs = {
  input: UpsertListInput;
};

/** Whom to mute, and how. */
export type MuteUserInput = {
  /** For how long, at most a year; without an end when left out. */
  durationSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Whether what they do is left out of the viewer's notifications, too. */
  includeNotifications?: InputMaybe<Scalars['Boolean']['input']>;
  /** A user id. */
  userId: Scalars['ID']['input'];
};

/** A word or a phrase that somebody does not want to read. */
export type MutedWord = {
  __typename?: 'MutedWord';
  /** When it is over; null when it has no end. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** As it was written; capitals do not matter. */
  word: Scalars['String']['output'];
};

/** An object with an id of its own. */
export type Node = {
  /** Unique among all objects; the prefix tells the type. */
  id: Scalars['ID']['output'];
};

/** Something the input names does not exist, or is hidden from the viewer. */
export type NotFoundError = UserError & {
  __typename?: 'NotFoundError';
  /** Always NOT_FOUND. */
  code: ErrorCode;
  /** A sentence for the person. */
  message: Scalars['String']['output'];
  /** Where in the input; null when it is about all of it. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Where a page of a connection lies. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Null on an empty page; pass it as `after` for the next one. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more items follow. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether this page was asked for with a cursor. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** Signing in with a password. */
export type PasswordSignInInput = {
  /** Either; the handle without the @. */
  emailOrHandle: Scalars['String']['input'];
  /** Capitals matter. */
  password: Scalars['String']['input'];
};

/** A question with answers to choose from. Who chose what is told to nobody else. */
export type Poll = Node & {
  __typename?: 'Poll';
  /** A poll id (`poll_…`). */
  id: Scalars['ID']['output'];
};

/** Something a person published. */
export type Post = Node & {
  __typename?: 'Post';
  /** A post id (`post_…`). */
  id: Scalars['ID']['output'];
};

/** Who may see what of a person. */
export type PrivacySettings = {
  __typename?: 'PrivacySettings';
  /**
   * Whether nobody else sees the lists of whom they follow and who follows them. They still stand in those of others, where
   * these are shown.
   */
  hideFollowGraph: Scalars['Boolean']['output'];
  /** Whether searches and suggestions show them. */
  isDiscoverable: Scalars['Boolean']['output'];
  /**
   * Whether people ask before they follow them, and only followers see what they publish and the lists of whom they know. What
   * they leave under posts of others, their shares and their places in the lists of others are as public as those are.
   */
  isPrivateAccount: Scalars['Boolean']['output'];
};

/** A link on a profile. */
export type ProfileLink = {
  __typename?: 'ProfileLink';
  /** What to show instead of the address. */
  label?: Maybe<Scalars['String']['output']>;
  /** Where it leads. */
  url: Scalars['URL']['output'];
};

/** A link for a profile. */
export type ProfileLinkInput = {
  /** At most 50 characters. */
  label?: InputMaybe<Scalars['String']['input']>;
  /** With http or https, at most 2000 characters. */
  url: Scalars['URL']['input'];
};

export type Query = {
  __typename?: 'Query';
  /** How far the deletion of an account is, for whoever deleted it: nobody can sign in to it. Null for another token, and when it was taken back. */
  accountDeletion?: Maybe<AccountDeletion>;
  /** What moderators, admins and operators have done and read, the latest first. */
  auditLog: AuditLogConnection;
  /** Whether the viewer, or a newcomer, could take a handle now. */
  handleAvailability: HandleAvailability;
  /** One case, decided or not; null when there is none, and when it is about the viewer. */
  moderationCase?: Maybe<ModerationCase>;
  /**
   * Cases that a moderator is to decide, the longest open first: those that nobody has, those somebody is at and those whose
   * decision was appealed. Cases about the viewer are left out.
   */
  moderationQueue: ModerationCaseConnection;
  /**
   * Any object by its id; null when there is none or it is hidden from the viewer. A post, comment, hashtag, picture,
   * reaction or share is answered by its id alone, unseen: ask for any other field to learn whether it is there.
   */
  node?: Maybe<Node>;
  /** Many objects by their ids, in the order asked; null, and unseen, as for `node`. */
  nodes: Array<Maybe<Node>>;
  /** People by handle or name: handles that begin with the query first, then names like it, the most alike first. */
  searchUsers: UserConnection;
  /**
   * People whom those follow whom the viewer follows, those whom the most of them follow first. None whom the viewer follows or
   * asked to, mutes or has dismissed, none who does not want to be found; and nothing is told of whom somebody follows who
   * hides it.
   */
  suggestedUsers: UserConnection;
  /** A person by id or by handle: give exactly one. A handle given up in the last 30 days finds its former owner. */
  user?: Maybe<User>;
  /** The person asking; null when nobody is signed in. */
  viewer?: Maybe<Viewer>;
};


export type QueryAccountDeletionArgs = {
  token: Scalars['String']['input'];
};


export type QueryAuditLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditLogFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryHandleAvailabilityArgs = {
  handle: Scalars['String']['input'];
};


export type QueryModerationCaseArgs = {
  id: Scalars['ID']['input'];
};


export type QueryModerationQueueArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ModerationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


export type QuerySearchUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  query: Scalars['String']['input'];
};


export type QuerySuggestedUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryUserArgs = {
  handle?: InputMaybe<Scalars['String']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
};

/** Too often. */
export type RateLimitError = UserError & {
  __typename?: 'RateLimitError';
  /** Always RATE_LIMITED. */
  code: ErrorCode;
  /** A sentence for the person. */
  message: Scalars['String']['output'];
  /** Where in the input; null when it is about all of it. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** How long to wait. */
  retryAfterSeconds: Scalars['Int']['output'];
};

/** How one person feels about one post or comment. */
export type Reaction = Node & {
  __typename?: 'Reaction';
  /** A reaction id (`reaction_…`). */
  id: Scalars['ID']['output'];
};

/** Which token to exchange. */
export type RefreshSessionInput = {
  /** As `signUp`, `signIn` or `refreshSession` gave it. */
  refreshToken: Scalars['String']['input'];
};

/** How a person and the viewer stand to each other. */
export type Relationship = {
  __typename?: 'Relationship';
  /** Whether the viewer waits for them to let them follow. */
  hasPendingRequest: Scalars['Boolean']['output'];
  /** Whether the viewer has blocked them. Nobody learns who has blocked them. */
  isBlocking: Scalars['Boolean']['output'];
  /** Whether they follow the viewer. */
  isFollowedBy: Scalars['Boolean']['output'];
  /** Whether the viewer follows them. */
  isFollowing: Scalars['Boolean']['output'];
  /** Whether the viewer has muted them. */
  isMuting: Scalars['Boolean']['output'];
  /** When the mute is over; null when there is none or it has no end. */
  mutedUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the viewer wants to be told of their posts. */
  notifyOnPost: Scalars['Boolean']['output'];
  /** Whether their shares come to the viewer's feed; null when the viewer does not follow them. */
  showShares?: Maybe<Scalars['Boolean']['output']>;
};

/** A word to mute no longer. */
export type RemoveMutedWordInput = {
  /** Capitals do not matter. */
  word: Scalars['String']['input'];
};

/** Something to report. */
export type ReportContentInput = {
  /** Whether to block who is behind it, too. */
  alsoBlock?: InputMaybe<Scalars['Boolean']['input']>;
  /** At most 1000 characters. */
  comment?: InputMaybe<Scalars['String']['input']>;
  /** Why. */
  reason: ReportReason;
  /** The id of a person, a post or a comment. */
  subjectId: Scalars['ID']['input'];
};

/** What became of a report. */
export type ReportContentPayload = {
  __typename?: 'ReportContentPayload';
  /** Whether moderators will look at it. */
  accepted: Scalars['Boolean']['output'];
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Why something is reported. */
export type ReportReason =
  /** It goes after somebody. */
  | 'HARASSMENT'
  /** It goes after people for what they are. */
  | 'HATE'
  /** It is against the law. */
  | 'ILLEGAL'
  /** It pretends to be somebody else. */
  | 'IMPERSONATION'
  /** Something else, which the comment says. */
  | 'OTHER'
  /** It is about harming oneself. */
  | 'SELF_HARM'
  /** It is sexual. */
  | 'SEXUAL'
  /** It advertises, repeats itself or tricks people. */
  | 'SPAM'
  /** It shows, praises or threatens violence. */
  | 'VIOLENCE';

/** What may be reported. Whoever asks gets of it what its owner shows them. */
export type ReportSubject = Comment | Post | User;

/** The answer to a follow request. */
export type RespondToFollowRequestInput = {
  /** Whether they may follow the viewer. */
  accept: Scalars['Boolean']['input'];
  /** A request id. */
  requestId: Scalars['ID']['input'];
};

/** The answered request. */
export type RespondToFollowRequestPayload = {
  __typename?: 'RespondToFollowRequestPayload';
  /** The request that is answered now; null when that was refused. */
  removedRequestId?: Maybe<Scalars['ID']['output']>;
  /** Who asked; null when it was refused. */
  requester?: Maybe<User>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
  /** Who answered; null when it was refused. */
  viewer?: Maybe<Viewer>;
};

/** Which sessions to end: give exactly one. */
export type RevokeSessionInput = {
  /** All but the one in use. */
  allOthers?: InputMaybe<Scalars['Boolean']['input']>;
  /** One session of the viewer. */
  sessionId?: InputMaybe<Scalars['ID']['input']>;
};

/** The sessions that ended. */
export type RevokeSessionPayload = {
  __typename?: 'RevokeSessionPayload';
  /** Null when it was refused. */
  revokedSessionIds?: Maybe<Array<Scalars['ID']['output']>>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
  /** The account with what is left; null when it was refused. */
  viewer?: Maybe<Viewer>;
};

/** What somebody may do beyond their own: each role may all that those before it may. */
export type Role =
  /** Runs Nexus. */
  | 'ADMIN'
  /** Nothing beyond their own. */
  | 'MEMBER'
  /** Judges what is reported. */
  | 'MODERATOR';

/** One place where an account is signed in. */
export type Session = Node & {
  __typename?: 'Session';
  /** When it began. */
  createdAt: Scalars['DateTime']['output'];
  /** When it ends if it is not refreshed: in 30 days, and never later than a year after it began. */
  expiresAt: Scalars['DateTime']['output'];
  /** A session id (`session_…`). */
  id: Scalars['ID']['output'];
  /** The network it was last used from: the first 24 bits of an IPv4 address, 48 of an IPv6 one. */
  ipPrefix?: Maybe<Scalars['String']['output']>;
  /** Whether the viewer is asking from it. */
  isCurrent: Scalars['Boolean']['output'];
  /** When it was last refreshed. */
  lastUsedAt: Scalars['DateTime']['output'];
  /** What the program said of itself, at most 255 characters. */
  userAgent?: Maybe<Scalars['String']['output']>;
};

/** What to do with posts of a label. */
export type SetLabelPreferenceInput = {
  /** What to do. */
  action: LabelAction;
  /** Which label. */
  label: ContentLabel;
};

/** Whether a person is on a list. */
export type SetListMembershipInput = {
  /** Whether they are to be on it. */
  isMember: Scalars['Boolean']['input'];
  /** One of the viewer's lists. */
  listId: Scalars['ID']['input'];
  /** A user id. */
  userId: Scalars['ID']['input'];
};

/** A post passed on to the followers of somebody. */
export type Share = Node & {
  __typename?: 'Share';
  /** A share id (`share_…`). */
  id: Scalars['ID']['output'];
};

/** How to sign in. */
export type SignInInput = {
  /** With a password. */
  password: PasswordSignInInput;
};

/** The end of the viewer's session. */
export type SignOutPayload = {
  __typename?: 'SignOutPayload';
  /** Always true. */
  success: Scalars['Boolean']['output'];
};

/** A new account. */
export type SignUpInput = {
  /** At most 50 characters; the handle when left out. */
  displayName?: InputMaybe<Scalars['String']['input']>;
  /** For signing in; shown to nobody else. */
  email: Scalars['String']['input'];
  /** 3 to 30 letters, digits or underscores. */
  handle: Scalars['String']['input'];
  /**
   * 1 to 255 characters that the client makes up for this one request, hard to guess. Asked again with it and otherwise the
   * same, within a day, it signs in to the account that was made the first time, until that session is refreshed; with
   * another input it is a CONFLICT. Without it every request makes an account of its own.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** 8 to 256 characters, none of the commonest passwords. */
  password: Scalars['String']['input'];
};

/** What to change of who may see what; what is left out stays. */
export type UpdatePrivacyInput = {
  /** Whether nobody else sees the lists of whom the viewer follows and who follows them; in those of others they still stand. */
  hideFollowGraph?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether searches and suggestions show the viewer. */
  isDiscoverable?: InputMaybe<Scalars['Boolean']['input']>;
  /** An account that becomes public lets all follow who have asked to. */
  isPrivateAccount?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What to change on a profile; what is left out stays. */
export type UpdateProfileInput = {
  /** At most 500 characters; null removes it. */
  bio?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 50 characters. */
  displayName?: InputMaybe<Scalars['String']['input']>;
  /** At most five; null removes them. */
  links?: InputMaybe<Array<ProfileLinkInput>>;
};

/** A list as it is to be. */
export type UpsertListInput = {
  /** At most 300 characters; none when left out. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Whether only the viewer sees it. */
  isPrivate?: InputMaybe<Scalars['Boolean']['input']>;
  /** Which list to change; a new one is made when left out. */
  listId?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 50 characters. */
  name: Scalars['String']['input'];
};

/** A person. */
export type User = Node & {
  __typename?: 'User';
  /** Null when they have none. */
  avatar?: Maybe<Image>;
  /** What they say about themselves. */
  bio?: Maybe<Scalars['String']['output']>;
  /** When they joined. */
  createdAt: Scalars['DateTime']['output'];
  /** What they call themselves. */
  displayName: Scalars['String']['output'];
  /** How many people follow them, without those whom the viewer does not see. */
  followerCount: Scalars['Int']['output'];
  /**
   * Who follows them, the latest first. Null where they keep it to themselves, and for all but followers of a private
   * account; people whom the viewer does not see are left out.
   */
  followers?: Maybe<UserConnection>;
  /**
   * Who of those whom the viewer follows follows them too; whom the viewer followed last comes first, and only the
   * thousand followed last are looked at. Null as in `followers`, and when nobody is signed in.
   */
  followersYouKnow?: Maybe<UserConnection>;
  /** Whom they follow, the latest first; null and without the hidden as in `followers`. */
  following?: Maybe<UserConnection>;
  /** How many people they follow, without those whom the viewer does not see. */
  followingCount: Scalars['Int']['output'];
  /** What they are called by, without the @; unique. */
  handle: Scalars['String']['output'];
  /** A user id (`user_…`). */
  id: Scalars['ID']['output'];
  /** Whether people ask before they follow them. */
  isPrivateAccount: Scalars['Boolean']['output'];
  /** Whether Nexus has checked who they are. */
  isVerified: Scalars['Boolean']['output'];
  /** What they link to, at most five. */
  links: Array<ProfileLink>;
  /** How they and the viewer stand to each other; null when nobody is signed in or it is the viewer. */
  relationship?: Maybe<Relationship>;
  /** Whether the account is in use. */
  state: UserState;
};


/** A person. */
export type UserFollowersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A person. */
export type UserFollowersYouKnowArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A person. */
export type UserFollowingArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of people. */
export type UserConnection = {
  __typename?: 'UserConnection';
  /** The items, in the order of the list. */
  edges: Array<UserEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many there are in all; null where that is not counted. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A person in a list. */
export type UserEdge = {
  __typename?: 'UserEdge';
  /** Where this item lies; pass it as `after` for what follows. */
  cursor: Scalars['String']['output'];
  /** The person. */
  node: User;
  /** Since when the one follows the other, is blocked, muted or on the list; null in what a search finds. */
  since?: Maybe<Scalars['DateTime']['output']>;
};

/** A refusal that a form can show and a person can fix. */
export type UserError = {
  /** For programs. */
  code: ErrorCode;
  /** A sentence for the person. */
  message: Scalars['String']['output'];
  /** Where in the input; null when it is about all of it. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** People whom somebody put together. A private list is seen by its owner alone, a public one by whoever sees the owner. */
export type UserList = Node & {
  __typename?: 'UserList';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What it is about. */
  description?: Maybe<Scalars['String']['output']>;
  /** A list id (`list_…`). */
  id: Scalars['ID']['output'];
  /** Whether only its owner sees it. */
  isPrivate: Scalars['Boolean']['output'];
  /** How many people are on it, without those whom the viewer does not see. */
  memberCount: Scalars['Int']['output'];
  /** Who is on it, without those whom the viewer does not see; added last comes first. */
  members: UserConnection;
  /** What it is called. */
  name: Scalars['String']['output'];
  /** Whose it is. */
  owner: User;
};


/** People whom somebody put together. A private list is seen by its owner alone, a public one by whoever sees the owner. */
export type UserListMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** The changed person. */
export type UserPayload = {
  __typename?: 'UserPayload';
  /** Null when it was refused. */
  user?: Maybe<User>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
  /** Who changed it; null when it was refused. */
  viewer?: Maybe<Viewer>;
};

/** Whether an account is in use. */
export type UserState =
  /** In use. */
  | 'ACTIVE'
  /** Switched off by its owner. */
  | 'DEACTIVATED'
  /** Gone. */
  | 'DELETED'
  /** Switched off by a moderator. */
  | 'SUSPENDED';

/** Which person. */
export type UserTargetInput = {
  /** A user id. */
  userId: Scalars['ID']['input'];
};

/** The input is not acceptable as it is. */
export type ValidationError = UserError & {
  __typename?: 'ValidationError';
  /** Always INVALID. */
  code: ErrorCode;
  /** A sentence for the person. */
  message: Scalars['String']['output'];
  /** Where in the input; null when it is about all of it. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** The person asking. */
export type Viewer = Node & {
  __typename?: 'Viewer';
  /** Whom they have blocked, the latest first; nowhere else do they see these people. */
  blockedUsers: UserConnection;
  /** When the account was made. */
  createdAt: Scalars['DateTime']['output'];
  /** The copies of their data that they asked for, the newest first; at most 20. */
  dataExports: Array<DataExport>;
  /** Null for an account that was imported without one. */
  email?: Maybe<Scalars['String']['output']>;
  /** Who asks to follow them, the latest first. */
  followRequests: FollowRequestConnection;
  /** A viewer id (`viewer_…`); not the id of the user. */
  id: Scalars['ID']['output'];
  /** What is done for them with posts of each label. */
  labelPreferences: Array<LabelPreference>;
  /** Their lists of people, the latest first; at most 50. */
  lists: Array<UserList>;
  /** What moderators decided about them and what is theirs, the latest first. */
  moderationNotices: ModerationNoticeConnection;
  /** Whom they have muted, the latest first; mutes that are over are left out. */
  mutedUsers: UserConnection;
  /** What they do not want to read about, the latest first; at most 200, of 4000 characters together. Words that are over are left out. */
  mutedWords: Array<MutedWord>;
  /** Who may see what of them. */
  privacy: PrivacySettings;
  /** What they may do beyond their own. */
  role: Role;
  /** Whom they ask to let them follow, the latest first. */
  sentFollowRequests: FollowRequestConnection;
  /** Where the account is signed in, the newest first; at most 100. */
  sessions: Array<Session>;
  /** The person others see. */
  user: User;
};


/** The person asking. */
export type ViewerBlockedUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The person asking. */
export type ViewerFollowRequestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The person asking. */
export type ViewerModerationNoticesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The person asking. */
export type ViewerMutedUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The person asking. */
export type ViewerSentFollowRequestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** The changed account. */
export type ViewerPayload = {
  __typename?: 'ViewerPayload';
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
  /** Null when it was refused. */
  viewer?: Maybe<Viewer>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  AuditLogEntry: AuditLogEntry;
  FollowRequest: FollowRequest;
  ModerationCase: ModerationCase;
  Session: Session;
  User: User;
  UserList: UserList;
  Viewer: Viewer;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  AuditLogEntry:
    ( { __typename: 'AuditLogEntry' }
    & GraphQLRecursivePick<FederationTypes['AuditLogEntry'], {"id":true}> );
  FollowRequest:
    ( { __typename: 'FollowRequest' }
    & GraphQLRecursivePick<FederationTypes['FollowRequest'], {"id":true}> );
  ModerationCase:
    ( { __typename: 'ModerationCase' }
    & GraphQLRecursivePick<FederationTypes['ModerationCase'], {"id":true}> );
  Session:
    ( { __typename: 'Session' }
    & GraphQLRecursivePick<FederationTypes['Session'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
  UserList:
    ( { __typename: 'UserList' }
    & GraphQLRecursivePick<FederationTypes['UserList'], {"id":true}> );
  Viewer:
    ( { __typename: 'Viewer' }
    & GraphQLRecursivePick<FederationTypes['Viewer'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  ReportSubject:
    | ( Comment )
    | ( Post )
    | ( UserRow )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( AuditLogRow )
    | ( Bookmark )
    | ( BookmarkCollection )
    | ( Comment )
    | ( CustomFeed )
    | ( Draft )
    | ( SeenRequest )
    | ( Hashtag )
    | ( Media )
    | ( CaseRow )
    | ( Poll )
    | ( Post )
    | ( Reaction )
    | ( SeenSession )
    | ( Share )
    | ( UserRow )
    | ( SeenList )
    | ( AskingViewer )
  ;
  UserError:
    | ( ConflictError )
    | ( ForbiddenError )
    | ( NotFoundError )
    | ( RateLimitError )
    | ( ValidationError )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccountDeletion: ResolverTypeWrapper<DeletionProgress>;
  AccountDeletionState: AccountDeletionState;
  AddCaseNoteInput: AddCaseNoteInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AddMutedWordInput: AddMutedWordInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AppealModerationInput: AppealModerationInput;
  AppealState: AppealState;
  AssignCaseInput: AssignCaseInput;
  AuditLogConnection: ResolverTypeWrapper<Omit<AuditLogConnection, 'edges'> & { edges: Array<ResolversTypes['AuditLogEdge']> }>;
  AuditLogEdge: ResolverTypeWrapper<Omit<AuditLogEdge, 'node'> & { node: ResolversTypes['AuditLogEntry'] }>;
  AuditLogEntry: ResolverTypeWrapper<AuditLogRow>;
  AuditLogFilter: AuditLogFilter;
  AuthPayload: ResolverTypeWrapper<Omit<AuthPayload, 'userErrors' | 'viewer'> & { userErrors: Array<ResolversTypes['UserError']>, viewer?: Maybe<ResolversTypes['Viewer']> }>;
  Bookmark: ResolverTypeWrapper<Bookmark>;
  BookmarkCollection: ResolverTypeWrapper<BookmarkCollection>;
  CaseEvidence: ResolverTypeWrapper<CaseEvidence>;
  CaseNote: ResolverTypeWrapper<CaseNoteRow>;
  CaseReport: ResolverTypeWrapper<ReportRow>;
  CaseState: CaseState;
  ChangeHandleInput: ChangeHandleInput;
  Comment: ResolverTypeWrapper<Comment>;
  ConflictError: ResolverTypeWrapper<ConflictError>;
  ContentLabel: ContentLabel;
  CustomFeed: ResolverTypeWrapper<CustomFeed>;
  DataExport: ResolverTypeWrapper<DataExportRow>;
  DataExportState: DataExportState;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DecideAppealInput: DecideAppealInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  DeleteAccountInput: DeleteAccountInput;
  DeleteAccountPayload: ResolverTypeWrapper<Omit<DeleteAccountPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  DeleteListInput: DeleteListInput;
  DeleteListPayload: ResolverTypeWrapper<Omit<DeleteListPayload, 'userErrors' | 'viewer'> & { userErrors: Array<ResolversTypes['UserError']>, viewer?: Maybe<ResolversTypes['Viewer']> }>;
  DeletionParticipant: ResolverTypeWrapper<ErasureRow>;
  DeletionParticipantState: DeletionParticipantState;
  Draft: ResolverTypeWrapper<Draft>;
  ErrorCode: ErrorCode;
  FollowRequest: ResolverTypeWrapper<SeenRequest>;
  FollowRequestConnection: ResolverTypeWrapper<FollowRequestList>;
  FollowRequestEdge: ResolverTypeWrapper<Omit<FollowRequestEdge, 'node'> & { node: ResolversTypes['FollowRequest'] }>;
  FollowUserInput: FollowUserInput;
  ForbiddenError: ResolverTypeWrapper<ForbiddenError>;
  HandleAvailability: HandleAvailability;
  Hashtag: ResolverTypeWrapper<Hashtag>;
  Image: ResolverTypeWrapper<Image>;
  LabelAction: LabelAction;
  LabelPreference: ResolverTypeWrapper<LabelPreference>;
  ListPayload: ResolverTypeWrapper<Omit<ListPayload, 'list' | 'userErrors' | 'viewer'> & { list?: Maybe<ResolversTypes['UserList']>, userErrors: Array<ResolversTypes['UserError']>, viewer?: Maybe<ResolversTypes['Viewer']> }>;
  Media: ResolverTypeWrapper<Media>;
  ModerateInput: ModerateInput;
  ModerationAction: ResolverTypeWrapper<ActionRow>;
  ModerationActionKind: ModerationActionKind;
  ModerationCase: ResolverTypeWrapper<CaseRow>;
  ModerationCaseConnection: ResolverTypeWrapper<CaseList>;
  ModerationCaseEdge: ResolverTypeWrapper<Omit<ModerationCaseEdge, 'node'> & { node: ResolversTypes['ModerationCase'] }>;
  ModerationCasePayload: ResolverTypeWrapper<Omit<ModerationCasePayload, 'case' | 'userErrors'> & { case?: Maybe<ResolversTypes['ModerationCase']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ModerationFilter: ModerationFilter;
  ModerationNotice: ResolverTypeWrapper<NoticeRow>;
  ModerationNoticeConnection: ResolverTypeWrapper<Omit<ModerationNoticeConnection, 'edges'> & { edges: Array<ResolversTypes['ModerationNoticeEdge']> }>;
  ModerationNoticeEdge: ResolverTypeWrapper<Omit<ModerationNoticeEdge, 'node'> & { node: ResolversTypes['ModerationNotice'] }>;
  ModerationNoticePayload: ResolverTypeWrapper<Omit<ModerationNoticePayload, 'notice' | 'userErrors'> & { notice?: Maybe<ResolversTypes['ModerationNotice']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  MuteUserInput: MuteUserInput;
  MutedWord: ResolverTypeWrapper<MutedWord>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  NotFoundError: ResolverTypeWrapper<NotFoundError>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PasswordSignInInput: PasswordSignInInput;
  Poll: ResolverTypeWrapper<Poll>;
  Post: ResolverTypeWrapper<Post>;
  PrivacySettings: ResolverTypeWrapper<PrivacySettings>;
  ProfileLink: ResolverTypeWrapper<ProfileLink>;
  ProfileLinkInput: ProfileLinkInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RateLimitError: ResolverTypeWrapper<RateLimitError>;
  Reaction: ResolverTypeWrapper<Reaction>;
  RefreshSessionInput: RefreshSessionInput;
  Relationship: ResolverTypeWrapper<Relationship>;
  RemoveMutedWordInput: RemoveMutedWordInput;
  ReportContentInput: ReportContentInput;
  ReportContentPayload: ResolverTypeWrapper<Omit<ReportContentPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  ReportReason: ReportReason;
  ReportSubject: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReportSubject']>;
  RespondToFollowRequestInput: RespondToFollowRequestInput;
  RespondToFollowRequestPayload: ResolverTypeWrapper<Omit<RespondToFollowRequestPayload, 'requester' | 'userErrors' | 'viewer'> & { requester?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']>, viewer?: Maybe<ResolversTypes['Viewer']> }>;
  RevokeSessionInput: RevokeSessionInput;
  RevokeSessionPayload: ResolverTypeWrapper<Omit<RevokeSessionPayload, 'userErrors' | 'viewer'> & { userErrors: Array<ResolversTypes['UserError']>, viewer?: Maybe<ResolversTypes['Viewer']> }>;
  Role: Role;
  Session: ResolverTypeWrapper<SeenSession>;
  SetLabelPreferenceInput: SetLabelPreferenceInput;
  SetListMembershipInput: SetListMembershipInput;
  Share: ResolverTypeWrapper<Share>;
  SignInInput: SignInInput;
  SignOutPayload: ResolverTypeWrapper<SignOutPayload>;
  SignUpInput: SignUpInput;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  UpdatePrivacyInput: UpdatePrivacyInput;
  UpdateProfileInput: UpdateProfileInput;
  UpsertListInput: UpsertListInput;
  User: ResolverTypeWrapper<UserRow>;
  UserConnection: ResolverTypeWrapper<PeopleList>;
  UserEdge: ResolverTypeWrapper<Omit<UserEdge, 'node'> & { node: ResolversTypes['User'] }>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  UserList: ResolverTypeWrapper<SeenList>;
  UserPayload: ResolverTypeWrapper<Omit<UserPayload, 'user' | 'userErrors' | 'viewer'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']>, viewer?: Maybe<ResolversTypes['Viewer']> }>;
  UserState: UserState;
  UserTargetInput: UserTargetInput;
  ValidationError: ResolverTypeWrapper<ValidationError>;
  Viewer: ResolverTypeWrapper<AskingViewer>;
  ViewerPayload: ResolverTypeWrapper<Omit<ViewerPayload, 'userErrors' | 'viewer'> & { userErrors: Array<ResolversTypes['UserError']>, viewer?: Maybe<ResolversTypes['Viewer']> }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccountDeletion: DeletionProgress;
  AddCaseNoteInput: AddCaseNoteInput;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  AddMutedWordInput: AddMutedWordInput;
  Int: Scalars['Int']['output'];
  AppealModerationInput: AppealModerationInput;
  AssignCaseInput: AssignCaseInput;
  AuditLogConnection: Omit<AuditLogConnection, 'edges'> & { edges: Array<ResolversParentTypes['AuditLogEdge']> };
  AuditLogEdge: Omit<AuditLogEdge, 'node'> & { node: ResolversParentTypes['AuditLogEntry'] };
  AuditLogEntry: AuditLogRow;
  AuditLogFilter: AuditLogFilter;
  AuthPayload: Omit<AuthPayload, 'userErrors' | 'viewer'> & { userErrors: Array<ResolversParentTypes['UserError']>, viewer?: Maybe<ResolversParentTypes['Viewer']> };
  Bookmark: Bookmark;
  BookmarkCollection: BookmarkCollection;
  CaseEvidence: CaseEvidence;
  CaseNote: CaseNoteRow;
  CaseReport: ReportRow;
  ChangeHandleInput: ChangeHandleInput;
  Comment: Comment;
  ConflictError: ConflictError;
  CustomFeed: CustomFeed;
  DataExport: DataExportRow;
  DateTime: Scalars['DateTime']['output'];
  DecideAppealInput: DecideAppealInput;
  Boolean: Scalars['Boolean']['output'];
  DeleteAccountInput: DeleteAccountInput;
  DeleteAccountPayload: Omit<DeleteAccountPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  DeleteListInput: DeleteListInput;
  DeleteListPayload: Omit<DeleteListPayload, 'userErrors' | 'viewer'> & { userErrors: Array<ResolversParentTypes['UserError']>, viewer?: Maybe<ResolversParentTypes['Viewer']> };
  DeletionParticipant: ErasureRow;
  Draft: Draft;
  FollowRequest: SeenRequest;
  FollowRequestConnection: FollowRequestList;
  FollowRequestEdge: Omit<FollowRequestEdge, 'node'> & { node: ResolversParentTypes['FollowRequest'] };
  FollowUserInput: FollowUserInput;
  ForbiddenError: ForbiddenError;
  Hashtag: Hashtag;
  Image: Image;
  LabelPreference: LabelPreference;
  ListPayload: Omit<ListPayload, 'list' | 'userErrors' | 'viewer'> & { list?: Maybe<ResolversParentTypes['UserList']>, userErrors: Array<ResolversParentTypes['UserError']>, viewer?: Maybe<ResolversParentTypes['Viewer']> };
  Media: Media;
  ModerateInput: ModerateInput;
  ModerationAction: ActionRow;
  ModerationCase: CaseRow;
  ModerationCaseConnection: CaseList;
  ModerationCaseEdge: Omit<ModerationCaseEdge, 'node'> & { node: ResolversParentTypes['ModerationCase'] };
  ModerationCasePayload: Omit<ModerationCasePayload, 'case' | 'userErrors'> & { case?: Maybe<ResolversParentTypes['ModerationCase']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ModerationFilter: ModerationFilter;
  ModerationNotice: NoticeRow;
  ModerationNoticeConnection: Omit<ModerationNoticeConnection, 'edges'> & { edges: Array<ResolversParentTypes['ModerationNoticeEdge']> };
  ModerationNoticeEdge: Omit<ModerationNoticeEdge, 'node'> & { node: ResolversParentTypes['ModerationNotice'] };
  ModerationNoticePayload: Omit<ModerationNoticePayload, 'notice' | 'userErrors'> & { notice?: Maybe<ResolversParentTypes['ModerationNotice']>, userErrors: Array<ResolversParentTypes['UserError']> };
  Mutation: Record<PropertyKey, never>;
  MuteUserInput: MuteUserInput;
  MutedWord: MutedWord;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  NotFoundError: NotFoundError;
  PageInfo: PageInfo;
  PasswordSignInInput: PasswordSignInInput;
  Poll: Poll;
  Post: Post;
  PrivacySettings: PrivacySettings;
  ProfileLink: ProfileLink;
  ProfileLinkInput: ProfileLinkInput;
  Query: Record<PropertyKey, never>;
  RateLimitError: RateLimitError;
  Reaction: Reaction;
  RefreshSessionInput: RefreshSessionInput;
  Relationship: Relationship;
  RemoveMutedWordInput: RemoveMutedWordInput;
  ReportContentInput: ReportContentInput;
  ReportContentPayload: Omit<ReportContentPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  ReportSubject: ResolversUnionTypes<ResolversParentTypes>['ReportSubject'];
  RespondToFollowRequestInput: RespondToFollowRequestInput;
  RespondToFollowRequestPayload: Omit<RespondToFollowRequestPayload, 'requester' | 'userErrors' | 'viewer'> & { requester?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']>, viewer?: Maybe<ResolversParentTypes['Viewer']> };
  RevokeSessionInput: RevokeSessionInput;
  RevokeSessionPayload: Omit<RevokeSessionPayload, 'userErrors' | 'viewer'> & { userErrors: Array<ResolversParentTypes['UserError']>, viewer?: Maybe<ResolversParentTypes['Viewer']> };
  Session: SeenSession;
  SetLabelPreferenceInput: SetLabelPreferenceInput;
  SetListMembershipInput: SetListMembershipInput;
  Share: Share;
  SignInInput: SignInInput;
  SignOutPayload: SignOutPayload;
  SignUpInput: SignUpInput;
  URL: Scalars['URL']['output'];
  UpdatePrivacyInput: UpdatePrivacyInput;
  UpdateProfileInput: UpdateProfileInput;
  UpsertListInput: UpsertListInput;
  User: UserRow;
  UserConnection: PeopleList;
  UserEdge: Omit<UserEdge, 'node'> & { node: ResolversParentTypes['User'] };
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  UserList: SeenList;
  UserPayload: Omit<UserPayload, 'user' | 'userErrors' | 'viewer'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']>, viewer?: Maybe<ResolversParentTypes['Viewer']> };
  UserTargetInput: UserTargetInput;
  ValidationError: ValidationError;
  Viewer: AskingViewer;
  ViewerPayload: Omit<ViewerPayload, 'userErrors' | 'viewer'> & { userErrors: Array<ResolversParentTypes['UserError']>, viewer?: Maybe<ResolversParentTypes['Viewer']> };
};

export type AccountDeletionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccountDeletion'] = ResolversParentTypes['AccountDeletion']> = {
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  participants?: Resolver<Array<ResolversTypes['DeletionParticipant']>, ParentType, ContextType>;
  scheduledFor?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AccountDeletionState'], ParentType, ContextType>;
};

export type AuditLogConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditLogConnection'] = ResolversParentTypes['AuditLogConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditLogEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuditLogEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditLogEdge'] = ResolversParentTypes['AuditLogEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditLogEntry'], ParentType, ContextType>;
};

export type AuditLogEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditLogEntry'] = ResolversParentTypes['AuditLogEntry'], FederationReferenceType extends FederationReferenceTypes['AuditLogEntry'] = FederationReferenceTypes['AuditLogEntry']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['AuditLogEntry']> | FederationReferenceType, FederationReferenceType, ContextType>;
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  metadata?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AuthPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthPayload'] = ResolversParentTypes['AuthPayload']> = {
  accessToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  accessTokenExpiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  refreshToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
};

export type BookmarkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Bookmark'] = ResolversParentTypes['Bookmark']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BookmarkCollectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookmarkCollection'] = ResolversParentTypes['BookmarkCollection']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseEvidenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseEvidence'] = ResolversParentTypes['CaseEvidence']> = {
  seenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CaseNoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseNote'] = ResolversParentTypes['CaseNote']> = {
  author?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CaseReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseReport'] = ResolversParentTypes['CaseReport']> = {
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['ReportReason'], ParentType, ContextType>;
  reporter?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type CommentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Comment'] = ResolversParentTypes['Comment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConflictErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConflictError'] = ResolversParentTypes['ConflictError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CustomFeedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomFeed'] = ResolversParentTypes['CustomFeed']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DataExportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataExport'] = ResolversParentTypes['DataExport']> = {
  downloadPath?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  size?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DataExportState'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteAccountPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteAccountPayload'] = ResolversParentTypes['DeleteAccountPayload']> = {
  progressToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scheduledFor?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteListPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteListPayload'] = ResolversParentTypes['DeleteListPayload']> = {
  deletedListId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
};

export type DeletionParticipantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeletionParticipant'] = ResolversParentTypes['DeletionParticipant']> = {
  erasedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DeletionParticipantState'], ParentType, ContextType>;
};

export type DraftResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Draft'] = ResolversParentTypes['Draft']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FollowRequestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FollowRequest'] = ResolversParentTypes['FollowRequest'], FederationReferenceType extends FederationReferenceTypes['FollowRequest'] = FederationReferenceTypes['FollowRequest']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['FollowRequest']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  requester?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FollowRequestConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FollowRequestConnection'] = ResolversParentTypes['FollowRequestConnection']> = {
  edges?: Resolver<Array<ResolversTypes['FollowRequestEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type FollowRequestEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FollowRequestEdge'] = ResolversParentTypes['FollowRequestEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['FollowRequest'], ParentType, ContextType>;
};

export type ForbiddenErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ForbiddenError'] = ResolversParentTypes['ForbiddenError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HashtagResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Hashtag'] = ResolversParentTypes['Hashtag']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  altText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  blurhash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  thumbnailUrl?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LabelPreferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LabelPreference'] = ResolversParentTypes['LabelPreference']> = {
  action?: Resolver<ResolversTypes['LabelAction'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['ContentLabel'], ParentType, ContextType>;
};

export type ListPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ListPayload'] = ResolversParentTypes['ListPayload']> = {
  list?: Resolver<Maybe<ResolversTypes['UserList']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
};

export type MediaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Media'] = ResolversParentTypes['Media']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ModerationActionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModerationAction'] = ResolversParentTypes['ModerationAction']> = {
  appealState?: Resolver<Maybe<ResolversTypes['AppealState']>, ParentType, ContextType>;
  appealText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isTold?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ModerationActionKind'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['ContentLabel']>, ParentType, ContextType>;
  moderator?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revertedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ModerationCaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModerationCase'] = ResolversParentTypes['ModerationCase'], FederationReferenceType extends FederationReferenceTypes['ModerationCase'] = FederationReferenceTypes['ModerationCase']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ModerationCase']> | FederationReferenceType, FederationReferenceType, ContextType>;
  actions?: Resolver<Array<ResolversTypes['ModerationAction']>, ParentType, ContextType>;
  assignee?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['CaseEvidence']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  notes?: Resolver<Array<ResolversTypes['CaseNote']>, ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  person?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['ReportReason']>, ParentType, ContextType>;
  reportCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reports?: Resolver<Array<ResolversTypes['CaseReport']>, ParentType, ContextType>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CaseState'], ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['ReportSubject']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ModerationCaseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModerationCaseConnection'] = ResolversParentTypes['ModerationCaseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ModerationCaseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ModerationCaseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModerationCaseEdge'] = ResolversParentTypes['ModerationCaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ModerationCase'], ParentType, ContextType>;
};

export type ModerationCasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModerationCasePayload'] = ResolversParentTypes['ModerationCasePayload']> = {
  case?: Resolver<Maybe<ResolversTypes['ModerationCase']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ModerationNoticeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModerationNotice'] = ResolversParentTypes['ModerationNotice']> = {
  appealAnswer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  appealState?: Resolver<Maybe<ResolversTypes['AppealState']>, ParentType, ContextType>;
  canAppeal?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ModerationActionKind'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['ContentLabel']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revertedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['ReportSubject']>, ParentType, ContextType>;
};

export type ModerationNoticeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModerationNoticeConnection'] = ResolversParentTypes['ModerationNoticeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ModerationNoticeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ModerationNoticeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModerationNoticeEdge'] = ResolversParentTypes['ModerationNoticeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ModerationNotice'], ParentType, ContextType>;
};

export type ModerationNoticePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModerationNoticePayload'] = ResolversParentTypes['ModerationNoticePayload']> = {
  notice?: Resolver<Maybe<ResolversTypes['ModerationNotice']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addCaseNote?: Resolver<ResolversTypes['ModerationCasePayload'], ParentType, ContextType, RequireFields<MutationAddCaseNoteArgs, 'input'>>;
  addMutedWord?: Resolver<ResolversTypes['ViewerPayload'], ParentType, ContextType, RequireFields<MutationAddMutedWordArgs, 'input'>>;
  appealModeration?: Resolver<ResolversTypes['ModerationNoticePayload'], ParentType, ContextType, RequireFields<MutationAppealModerationArgs, 'input'>>;
  assignCase?: Resolver<ResolversTypes['ModerationCasePayload'], ParentType, ContextType, RequireFields<MutationAssignCaseArgs, 'input'>>;
  blockUser?: Resolver<ResolversTypes['UserPayload'], ParentType, ContextType, RequireFields<MutationBlockUserArgs, 'input'>>;
  changeHandle?: Resolver<ResolversTypes['UserPayload'], ParentType, ContextType, RequireFields<MutationChangeHandleArgs, 'input'>>;
  deactivateAccount?: Resolver<ResolversTypes['ViewerPayload'], ParentType, ContextType>;
  decideAppeal?: Resolver<ResolversTypes['ModerationCasePayload'], ParentType, ContextType, RequireFields<MutationDecideAppealArgs, 'input'>>;
  deleteAccount?: Resolver<ResolversTypes['DeleteAccountPayload'], ParentType, ContextType, RequireFields<MutationDeleteAccountArgs, 'input'>>;
  deleteList?: Resolver<ResolversTypes['DeleteListPayload'], ParentType, ContextType, RequireFields<MutationDeleteListArgs, 'input'>>;
  dismissSuggestion?: Resolver<ResolversTypes['UserPayload'], ParentType, ContextType, RequireFields<MutationDismissSuggestionArgs, 'input'>>;
  followUser?: Resolver<ResolversTypes['UserPayload'], ParentType, ContextType, RequireFields<MutationFollowUserArgs, 'input'>>;
  moderate?: Resolver<ResolversTypes['ModerationCasePayload'], ParentType, ContextType, RequireFields<MutationModerateArgs, 'input'>>;
  muteUser?: Resolver<ResolversTypes['UserPayload'], ParentType, ContextType, RequireFields<MutationMuteUserArgs, 'input'>>;
  refreshSession?: Resolver<ResolversTypes['AuthPayload'], ParentType, ContextType, RequireFields<MutationRefreshSessionArgs, 'input'>>;
  removeFollower?: Resolver<ResolversTypes['UserPayload'], ParentType, ContextType, RequireFields<MutationRemoveFollowerArgs, 'input'>>;
  removeMutedWord?: Resolver<ResolversTypes['ViewerPayload'], ParentType, ContextType, RequireFields<MutationRemoveMutedWordArgs, 'input'>>;
  reportContent?: Resolver<ResolversTypes['ReportContentPayload'], ParentType, ContextType, RequireFields<MutationReportContentArgs, 'input'>>;
  requestDataExport?: Resolver<ResolversTypes['ViewerPayload'], ParentType, ContextType>;
  respondToFollowRequest?: Resolver<ResolversTypes['RespondToFollowRequestPayload'], ParentType, ContextType, RequireFields<MutationRespondToFollowRequestArgs, 'input'>>;
  revokeSession?: Resolver<ResolversTypes['RevokeSessionPayload'], ParentType, ContextType, RequireFields<MutationRevokeSessionArgs, 'input'>>;
  setLabelPreference?: Resolver<ResolversTypes['ViewerPayload'], ParentType, ContextType, RequireFields<MutationSetLabelPreferenceArgs, 'input'>>;
  setListMembership?: Resolver<ResolversTypes['ListPayload'], ParentType, ContextType, RequireFields<MutationSetListMembershipArgs, 'input'>>;
  signIn?: Resolver<ResolversTypes['AuthPayload'], ParentType, ContextType, RequireFields<MutationSignInArgs, 'input'>>;
  signOut?: Resolver<ResolversTypes['SignOutPayload'], ParentType, ContextType>;
  signUp?: Resolver<ResolversTypes['AuthPayload'], ParentType, ContextType, RequireFields<MutationSignUpArgs, 'input'>>;
  unblockUser?: Resolver<ResolversTypes['UserPayload'], ParentType, ContextType, RequireFields<MutationUnblockUserArgs, 'input'>>;
  unfollowUser?: Resolver<ResolversTypes['UserPayload'], ParentType, ContextType, RequireFields<MutationUnfollowUserArgs, 'input'>>;
  unmuteUser?: Resolver<ResolversTypes['UserPayload'], ParentType, ContextType, RequireFields<MutationUnmuteUserArgs, 'input'>>;
  updatePrivacy?: Resolver<ResolversTypes['ViewerPayload'], ParentType, ContextType, RequireFields<MutationUpdatePrivacyArgs, 'input'>>;
  updateProfile?: Resolver<ResolversTypes['UserPayload'], ParentType, ContextType, RequireFields<MutationUpdateProfileArgs, 'input'>>;
  upsertList?: Resolver<ResolversTypes['ListPayload'], ParentType, ContextType, RequireFields<MutationUpsertListArgs, 'input'>>;
};

export type MutedWordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MutedWord'] = ResolversParentTypes['MutedWord']> = {
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  word?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'AuditLogEntry' | 'Bookmark' | 'BookmarkCollection' | 'Comment' | 'CustomFeed' | 'Draft' | 'FollowRequest' | 'Hashtag' | 'Media' | 'ModerationCase' | 'Poll' | 'Post' | 'Reaction' | 'Session' | 'Share' | 'User' | 'UserList' | 'Viewer', ParentType, ContextType>;
};

export type NotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotFoundError'] = ResolversParentTypes['NotFoundError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PollResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Poll'] = ResolversParentTypes['Poll']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PostResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Post'] = ResolversParentTypes['Post']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PrivacySettingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PrivacySettings'] = ResolversParentTypes['PrivacySettings']> = {
  hideFollowGraph?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isDiscoverable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isPrivateAccount?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ProfileLinkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProfileLink'] = ResolversParentTypes['ProfileLink']> = {
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  accountDeletion?: Resolver<Maybe<ResolversTypes['AccountDeletion']>, ParentType, ContextType, RequireFields<QueryAccountDeletionArgs, 'token'>>;
  auditLog?: Resolver<ResolversTypes['AuditLogConnection'], ParentType, ContextType, RequireFields<QueryAuditLogArgs, 'first'>>;
  handleAvailability?: Resolver<ResolversTypes['HandleAvailability'], ParentType, ContextType, RequireFields<QueryHandleAvailabilityArgs, 'handle'>>;
  moderationCase?: Resolver<Maybe<ResolversTypes['ModerationCase']>, ParentType, ContextType, RequireFields<QueryModerationCaseArgs, 'id'>>;
  moderationQueue?: Resolver<ResolversTypes['ModerationCaseConnection'], ParentType, ContextType, RequireFields<QueryModerationQueueArgs, 'first'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  searchUsers?: Resolver<ResolversTypes['UserConnection'], ParentType, ContextType, RequireFields<QuerySearchUsersArgs, 'first' | 'query'>>;
  suggestedUsers?: Resolver<ResolversTypes['UserConnection'], ParentType, ContextType, RequireFields<QuerySuggestedUsersArgs, 'first'>>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, Partial<QueryUserArgs>>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
};

export type RateLimitErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RateLimitError'] = ResolversParentTypes['RateLimitError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  retryAfterSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReactionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reaction'] = ResolversParentTypes['Reaction']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RelationshipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Relationship'] = ResolversParentTypes['Relationship']> = {
  hasPendingRequest?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isBlocking?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isFollowedBy?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isFollowing?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isMuting?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mutedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  notifyOnPost?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  showShares?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type ReportContentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportContentPayload'] = ResolversParentTypes['ReportContentPayload']> = {
  accepted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReportSubjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportSubject'] = ResolversParentTypes['ReportSubject']> = {
  __resolveType: TypeResolveFn<'Comment' | 'Post' | 'User', ParentType, ContextType>;
};

export type RespondToFollowRequestPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RespondToFollowRequestPayload'] = ResolversParentTypes['RespondToFollowRequestPayload']> = {
  removedRequestId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  requester?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
};

export type RevokeSessionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeSessionPayload'] = ResolversParentTypes['RevokeSessionPayload']> = {
  revokedSessionIds?: Resolver<Maybe<Array<ResolversTypes['ID']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session'], FederationReferenceType extends FederationReferenceTypes['Session'] = FederationReferenceTypes['Session']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Session']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ipPrefix?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isCurrent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastUsedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  userAgent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShareResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Share'] = ResolversParentTypes['Share']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SignOutPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignOutPayload'] = ResolversParentTypes['SignOutPayload']> = {
  success?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  avatar?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  bio?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  followerCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  followers?: Resolver<Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, RequireFields<UserFollowersArgs, 'first'>>;
  followersYouKnow?: Resolver<Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, RequireFields<UserFollowersYouKnowArgs, 'first'>>;
  following?: Resolver<Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, RequireFields<UserFollowingArgs, 'first'>>;
  followingCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  handle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isPrivateAccount?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isVerified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  links?: Resolver<Array<ResolversTypes['ProfileLink']>, ParentType, ContextType>;
  relationship?: Resolver<Maybe<ResolversTypes['Relationship']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['UserState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'ConflictError' | 'ForbiddenError' | 'NotFoundError' | 'RateLimitError' | 'ValidationError', ParentType, ContextType>;
};

export type UserListResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserList'] = ResolversParentTypes['UserList'], FederationReferenceType extends FederationReferenceTypes['UserList'] = FederationReferenceTypes['UserList']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['UserList']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isPrivate?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  memberCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  members?: Resolver<ResolversTypes['UserConnection'], ParentType, ContextType, RequireFields<UserListMembersArgs, 'first'>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserPayload'] = ResolversParentTypes['UserPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
};

export type ValidationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ValidationError'] = ResolversParentTypes['ValidationError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer'], FederationReferenceType extends FederationReferenceTypes['Viewer'] = FederationReferenceTypes['Viewer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Viewer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  blockedUsers?: Resolver<ResolversTypes['UserConnection'], ParentType, ContextType, RequireFields<ViewerBlockedUsersArgs, 'first'>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dataExports?: Resolver<Array<ResolversTypes['DataExport']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  followRequests?: Resolver<ResolversTypes['FollowRequestConnection'], ParentType, ContextType, RequireFields<ViewerFollowRequestsArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  labelPreferences?: Resolver<Array<ResolversTypes['LabelPreference']>, ParentType, ContextType>;
  lists?: Resolver<Array<ResolversTypes['UserList']>, ParentType, ContextType>;
  moderationNotices?: Resolver<ResolversTypes['ModerationNoticeConnection'], ParentType, ContextType, RequireFields<ViewerModerationNoticesArgs, 'first'>>;
  mutedUsers?: Resolver<ResolversTypes['UserConnection'], ParentType, ContextType, RequireFields<ViewerMutedUsersArgs, 'first'>>;
  mutedWords?: Resolver<Array<ResolversTypes['MutedWord']>, ParentType, ContextType>;
  privacy?: Resolver<ResolversTypes['PrivacySettings'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  sentFollowRequests?: Resolver<ResolversTypes['FollowRequestConnection'], ParentType, ContextType, RequireFields<ViewerSentFollowRequestsArgs, 'first'>>;
  sessions?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ViewerPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ViewerPayload'] = ResolversParentTypes['ViewerPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AccountDeletion?: AccountDeletionResolvers<ContextType>;
  AuditLogConnection?: AuditLogConnectionResolvers<ContextType>;
  AuditLogEdge?: AuditLogEdgeResolvers<ContextType>;
  AuditLogEntry?: AuditLogEntryResolvers<ContextType>;
  AuthPayload?: AuthPayloadResolvers<ContextType>;
  Bookmark?: BookmarkResolvers<ContextType>;
  BookmarkCollection?: BookmarkCollectionResolvers<ContextType>;
  CaseEvidence?: CaseEvidenceResolvers<ContextType>;
  CaseNote?: CaseNoteResolvers<ContextType>;
  CaseReport?: CaseReportResolvers<ContextType>;
  Comment?: CommentResolvers<ContextType>;
  ConflictError?: ConflictErrorResolvers<ContextType>;
  CustomFeed?: CustomFeedResolvers<ContextType>;
  DataExport?: DataExportResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeleteAccountPayload?: DeleteAccountPayloadResolvers<ContextType>;
  DeleteListPayload?: DeleteListPayloadResolvers<ContextType>;
  DeletionParticipant?: DeletionParticipantResolvers<ContextType>;
  Draft?: DraftResolvers<ContextType>;
  FollowRequest?: FollowRequestResolvers<ContextType>;
  FollowRequestConnection?: FollowRequestConnectionResolvers<ContextType>;
  FollowRequestEdge?: FollowRequestEdgeResolvers<ContextType>;
  ForbiddenError?: ForbiddenErrorResolvers<ContextType>;
  Hashtag?: HashtagResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  LabelPreference?: LabelPreferenceResolvers<ContextType>;
  ListPayload?: ListPayloadResolvers<ContextType>;
  Media?: MediaResolvers<ContextType>;
  ModerationAction?: ModerationActionResolvers<ContextType>;
  ModerationCase?: ModerationCaseResolvers<ContextType>;
  ModerationCaseConnection?: ModerationCaseConnectionResolvers<ContextType>;
  ModerationCaseEdge?: ModerationCaseEdgeResolvers<ContextType>;
  ModerationCasePayload?: ModerationCasePayloadResolvers<ContextType>;
  ModerationNotice?: ModerationNoticeResolvers<ContextType>;
  ModerationNoticeConnection?: ModerationNoticeConnectionResolvers<ContextType>;
  ModerationNoticeEdge?: ModerationNoticeEdgeResolvers<ContextType>;
  ModerationNoticePayload?: ModerationNoticePayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  MutedWord?: MutedWordResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  NotFoundError?: NotFoundErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Poll?: PollResolvers<ContextType>;
  Post?: PostResolvers<ContextType>;
  PrivacySettings?: PrivacySettingsResolvers<ContextType>;
  ProfileLink?: ProfileLinkResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RateLimitError?: RateLimitErrorResolvers<ContextType>;
  Reaction?: ReactionResolvers<ContextType>;
  Relationship?: RelationshipResolvers<ContextType>;
  ReportContentPayload?: ReportContentPayloadResolvers<ContextType>;
  ReportSubject?: ReportSubjectResolvers<ContextType>;
  RespondToFollowRequestPayload?: RespondToFollowRequestPayloadResolvers<ContextType>;
  RevokeSessionPayload?: RevokeSessionPayloadResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  Share?: ShareResolvers<ContextType>;
  SignOutPayload?: SignOutPayloadResolvers<ContextType>;
  URL?: GraphQLScalarType;
  User?: UserResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  UserList?: UserListResolvers<ContextType>;
  UserPayload?: UserPayloadResolvers<ContextType>;
  ValidationError?: ValidationErrorResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  ViewerPayload?: ViewerPayloadResolvers<ContextType>;
};


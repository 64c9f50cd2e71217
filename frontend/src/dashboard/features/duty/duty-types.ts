import type { Scheme } from '@/shared/api/schema.gen'

export type {
  BoardState,
  CommentKind,
  Direction,
  DutyBoardOut,
  DutyBoardRowOut,
  DutyCommentIn,
  DutyCommentOut,
  DutyMeetingOut,
  DutyMeetingRowOut,
  DutyParticipantOut,
  DutyReportAction,
  DutyReportLineOut,
  DutyReportOut,
  DutyReportState,
  DutyRoundAction,
  DutyRoundIn,
  DutyRoundOut,
  DutyRoundState,
  FactOut,
  ReportParagraphOut,
  ReportSection,
  Scheme,
  SchemeExampleOut,
  SchemeRevisionOut,
} from '@/shared/api/schema.gen'

/** A scheme's numbers are decimal texts, so that nothing is rounded on the way. */
export type SchemeIn = Scheme
export type Group = Scheme['groups'][number]
export type Criterion = Scheme['criteria'][number]
export type Level = Criterion['levels'][number]
export type Grade = Scheme['grades'][number]
export type Gate = Grade['gates'][number]

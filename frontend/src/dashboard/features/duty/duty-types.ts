import type { SchemeInput, SchemeOutput } from '@/shared/api/schema.gen'

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
  SchemeExampleOut,
  SchemeRevisionOut,
} from '@/shared/api/schema.gen'

/** As it is read and as it is edited: numbers are decimal texts, so that nothing is rounded on the way. */
export type Scheme = SchemeOutput
export type SchemeIn = SchemeInput
export type Group = Scheme['groups'][number]
export type Criterion = Scheme['criteria'][number]
export type Level = Criterion['levels'][number]
export type Grade = Scheme['grades'][number]
export type Gate = Grade['gates'][number]

/** Bodies of the organisations' part of the API, by the names that the pages use. */
import type {
  EdgeOut,
  FindingOut,
  LevelOut,
  MemberCountOut,
  MemberFiguresOut,
  OrganisationKind,
  OrganisationOut,
  SecretaryOut,
  ServiceSplitOut,
  SummaryOut,
  TermOut,
  TimelineItemOut,
  TreeItemOut,
  TreeOut,
  UnitOut,
} from '@/shared/api/schema.gen'

export type Organisation = OrganisationOut
export type Kind = OrganisationKind
export type Tree = TreeOut
export type TreeItem = TreeItemOut
export type Edge = EdgeOut
export type Summary = SummaryOut
export type Level = LevelOut
export type MembersSummary = MemberFiguresOut
export type MemberCounts = MemberCountOut
/** One age band or education, split into those in service and the retired. */
export type Band = ServiceSplitOut
export type Secretary = SecretaryOut
export type Term = TermOut
export type TimelineItem = TimelineItemOut
export type Unit = UnitOut

/** Where an organisation differs from the regulations, with the article that says so. */
export type Advice = FindingOut
export type AdviceSeverity = Advice['severity']

/** Pages whose code comes when they are opened; all of it is fetched early, for the network may go. */
export const loadActivities = async () => (await import('../pages/activities/ActivitiesPage')).ActivitiesPage
export const loadTeams = async () => (await import('../pages/activities/TeamsPage')).TeamsPage
export const loadActivity = async () => (await import('../pages/activities/ActivityPage')).ActivityPage
export const loadHours = async () => (await import('../pages/hours/HoursPage')).HoursPage
export const loadHoursEntry = async () => (await import('../pages/hours/HoursEntryPage')).HoursEntryPage
export const loadCertificates = async () => (await import('../pages/hours/CertificatesPage')).CertificatesPage
export const loadRecords = async () => (await import('../pages/check-in/RecordsPage')).RecordsPage
export const loadScan = async () => (await import('../pages/check-in/ScanPage')).ScanPage
export const loadCode = async () => (await import('../pages/check-in/MyCodePage')).MyCodePage
export const loadLead = async () => (await import('../pages/lead/LeadPage')).LeadPage
export const loadScreen = async () => (await import('../pages/lead/ScreenPage')).ScreenPage
export const loadLeadScan = async () => (await import('../pages/lead/LeadScanPage')).LeadScanPage
export const loadRoster = async () => (await import('../pages/lead/RosterPage')).RosterPage
export const loadCertificateCheck = async () =>
  (await import('../pages/public/CertificateCheckPage')).CertificateCheckPage
export const loadConfirmation = async () =>
  (await import('../pages/public/ConfirmationPage')).ConfirmationPage
export const loadBallotByCode = async () => (await import('../pages/ballot/ByCodePage')).ByCodePage
export const loadOwnBallot = async () => (await import('../pages/ballot/OwnBallotPage')).OwnBallotPage

const OWN = [loadScan, loadCode, loadActivities, loadActivity, loadRecords, loadHours, loadHoursEntry]
const LED = [loadLead, loadScreen, loadLeadScan, loadRoster]

/** Where no service worker keeps the pages (WeChat on an iPhone), the page's memory does. */
export async function fetchEarly(): Promise<void> {
  for (const load of [...OWN, ...LED]) await load().catch(() => null)
}

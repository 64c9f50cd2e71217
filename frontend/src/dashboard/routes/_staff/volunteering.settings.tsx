import { createFileRoute } from '@tanstack/react-router'
import { SettingsPage } from '../../features/volunteering/settings/SettingsPage'

export const Route = createFileRoute('/_staff/volunteering/settings')({ component: SettingsPage })

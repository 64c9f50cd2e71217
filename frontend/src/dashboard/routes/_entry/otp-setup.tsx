import { createFileRoute } from '@tanstack/react-router'
import { OtpSetupPage } from '../../auth/OtpSetupPage'

export const Route = createFileRoute('/_entry/otp-setup')({ component: OtpSetupPage })

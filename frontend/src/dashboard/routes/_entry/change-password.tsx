import { createFileRoute } from '@tanstack/react-router'
import { ChangePasswordPage } from '../../auth/ChangePasswordPage'

export const Route = createFileRoute('/_entry/change-password')({ component: ChangePasswordPage })

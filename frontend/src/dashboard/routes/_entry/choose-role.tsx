import { createFileRoute } from '@tanstack/react-router'
import { ChooseRolePage } from '../../auth/ChooseRolePage'

export const Route = createFileRoute('/_entry/choose-role')({ component: ChooseRolePage })

import {
  ApartmentOutlined,
  AuditOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  FileDoneOutlined,
  HeartOutlined,
  HomeOutlined,
  ImportOutlined,
  KeyOutlined,
  SolutionOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'

export const MENU_ICONS: Readonly<Record<string, ReactNode>> = {
  '/': <HomeOutlined />,
  '/organisations': <ApartmentOutlined />,
  '/members': <TeamOutlined />,
  '/secretaries': <SolutionOutlined />,
  '/duty': <FileDoneOutlined />,
  '/volunteering': <HeartOutlined />,
  '/imports': <ImportOutlined />,
  '/tasks': <CheckSquareOutlined />,
  '/system/users': <UserOutlined />,
  '/system/role-assignments': <KeyOutlined />,
  '/system/audit': <AuditOutlined />,
  '/system/calendar': <CalendarOutlined />,
}

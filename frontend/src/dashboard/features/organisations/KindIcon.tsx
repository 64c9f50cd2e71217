import {
  ApartmentOutlined,
  BankOutlined,
  ClusterOutlined,
  FlagOutlined,
  ForkOutlined,
  SolutionOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { organisationKindsText } from '../../i18n/organisation-kinds-text'
import { useText } from '../../i18n/use-text'

const ICONS: Readonly<Record<string, ReactNode>> = {
  working_committee: <BankOutlined aria-hidden />,
  leading_group: <SolutionOutlined aria-hidden />,
  committee: <ClusterOutlined aria-hidden />,
  general_branch: <ApartmentOutlined aria-hidden />,
  branch: <FlagOutlined aria-hidden />,
  joint_branch: <ForkOutlined aria-hidden />,
  group: <TeamOutlined aria-hidden />,
}

/** The kind of an organisation as a picture, named for those who do not see it. */
export function KindIcon({ kind }: { readonly kind: string }) {
  const kinds = useText(organisationKindsText)
  const name = kinds.code(kind)
  return (
    <span className={`org-kind-icon org-kind-icon-${kind}`} title={name}>
      {ICONS[kind.replace('temporary_', '')] ?? <FlagOutlined aria-hidden />}
    </span>
  )
}

import { createFileRoute } from '@tanstack/react-router'
import { CertificatesPage } from '../../features/volunteering/certificates/CertificatesPage'
import { certificatesSearch } from '../../features/volunteering/certificates/certificates-search'

export const Route = createFileRoute('/_staff/volunteering/certificates/')({
  validateSearch: certificatesSearch,
  component: Certificates,
})

function Certificates() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <CertificatesPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}

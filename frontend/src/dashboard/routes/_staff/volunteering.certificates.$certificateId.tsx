import { createFileRoute } from '@tanstack/react-router'
import { CertificatePage } from '../../features/volunteering/certificates/CertificatePage'

export const Route = createFileRoute('/_staff/volunteering/certificates/$certificateId')({
  component: Certificate,
})

function Certificate() {
  const { certificateId } = Route.useParams()
  return <CertificatePage key={certificateId} id={certificateId} />
}

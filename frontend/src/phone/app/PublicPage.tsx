import { LazyPage } from './LazyPage'
import { loadBallotByCode, loadCertificateCheck, loadConfirmation } from './phone-pages'
import type { Place } from './use-place'

type PublicPlace = Extract<Place, { readonly code: unknown }>

export function isPublic(place: Place): place is PublicPlace {
  return 'code' in place
}

/** What is open to whoever has its code; nobody signs in for it. */
export function PublicPage({ place }: { readonly place: PublicPlace }) {
  return <main>{pageOf(place)}</main>
}

function pageOf(place: PublicPlace) {
  switch (place.page) {
    case 'certificate_check':
      return <LazyPage key={place.code} load={loadCertificateCheck} props={{ code: place.code }} />
    case 'confirmation':
      return <LazyPage key={place.code} load={loadConfirmation} props={{ code: place.code }} />
    case 'ballot_by_code':
      return <LazyPage load={loadBallotByCode} props={{ code: place.code }} />
  }
}

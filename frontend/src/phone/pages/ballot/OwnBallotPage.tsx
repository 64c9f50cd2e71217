import { useMemo } from 'react'
import { BackLink } from '../../app/BackLink'
import { BallotPage } from './BallotPage'
import { sourceByAccount } from './ballot-source'
import './ballot.css'

/** The ballot of whoever is signed in. */
export function OwnBallotPage({ id }: { readonly id: string }) {
  const source = useMemo(() => sourceByAccount(id), [id])
  return (
    <>
      <BackLink />
      <BallotPage source={source} />
    </>
  )
}

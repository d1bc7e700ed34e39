import { proposalRows } from '../../../rows.mjs'

export default async function Page({ searchParams }) {
  const { session } = await searchParams
  const { proposal, comments } = await proposalRows(session, 1)
  return (
    <>
      <h1>{proposal?.text}</h1>
      <ol>
        {comments.map((row) => (
          <li key={row.id}>{Object.values(row).map(String).join(' · ')}</li>
        ))}
      </ol>
    </>
  )
}

import { listRows } from '../../../rows.mjs'

export default async function Page({ searchParams }) {
  const { session, words } = await searchParams
  const rows = await listRows(session, words)
  return (
    <ol>
      {rows.map((row) => (
        <li key={row.number}>{Object.values(row).join(' · ')}</li>
      ))}
    </ol>
  )
}

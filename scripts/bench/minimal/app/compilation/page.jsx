import { compilationRows } from '../../../rows.mjs'

export default async function Page({ searchParams }) {
  const { circulation, item } = await searchParams
  const { text, comments } = await compilationRows(circulation, item)
  return (
    <>
      <h1>{text}</h1>
      <ol>
        {comments.map((row) => (
          <li key={row.id}>{Object.values(row).map(String).join(' · ')}</li>
        ))}
      </ol>
    </>
  )
}

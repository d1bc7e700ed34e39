import { reportRows } from '../../../rows.mjs'

export default async function Page({ searchParams }) {
  const { session } = await searchParams
  const { about, paragraphs, items } = await reportRows(session)
  return (
    <>
      <h1>{about.title}</h1>
      <ol>
        {paragraphs.map((row) => (
          <li key={row.id}>
            <p>{row.text}</p>
          </li>
        ))}
      </ol>
      <ol>
        {items.map((row) => (
          <li key={row.id}>
            {row.title} {row.letter} <p>{row.text}</p>
          </li>
        ))}
      </ol>
    </>
  )
}

/** A file of a past list, as a person uploads it. */
export const listFile = (items: object[], session: object) =>
  new TextEncoder().encode(
    JSON.stringify({
      format: 'stocktake-list',
      version: 1,
      session: { place: 'Vienna', startsOn: '2018-04-03', endsOn: '2018-04-05', ...session },
      items,
    }),
  )

/** An item of such a file. */
export const item = (change: object = {}) => ({
  number: '4 (c)',
  heading: 'Legislation',
  text: 'Member States should adopt laws.',
  by: ['Arvenia', 'Belmara'],
  ...change,
})

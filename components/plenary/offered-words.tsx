'use client'

import { type ComponentProps, useState } from 'react'
import { TextField } from '@/components/ui/field'

/**
 * The present words, to be edited into offered words. They follow the item until the first edit, and stay as they are
 * from then on.
 */
export function OfferedWords({
  wording,
  ...field
}: ComponentProps<typeof TextField> & { wording: number }) {
  const [begunOn, setBegunOn] = useState<number | null>(null)
  return (
    <TextField
      key={begunOn ?? wording}
      {...field}
      onChange={() => setBegunOn((before) => before ?? wording)}
    />
  )
}

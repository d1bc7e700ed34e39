'use client'

import { type ComponentProps, useState } from 'react'
import { TextField } from '@/components/ui/field'

/**
 * The words that stand, to be changed into words that one offers. They follow the item while nobody
 * has touched them, and stay as they are from the first change.
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

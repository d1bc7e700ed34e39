import { readMark } from '@/lib/meetings/attendance/marks'

/** The boxes of a column, by the entity of each. */
export function boxesOf(form: HTMLFormElement, column: string): Map<string, HTMLInputElement> {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name="marks[]"]')]
  return new Map(
    boxes.flatMap((box): [string, HTMLInputElement][] => {
      const mark = readMark(box.value)
      return mark?.column === column ? [[mark.entityId, box]] : []
    }),
  )
}

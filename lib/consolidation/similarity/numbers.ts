/** Whole numbers one after another, without an object for each: there are millions of them. */
export class Numbers {
  values = new Int32Array(64)
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) this.values = longer(this.values, 2 * this.length)
    this.values[this.length] = value
    this.length += 1
  }
}

/** The same numbers with room for more. */
export function longer(values: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(length)
  copy.set(values)
  return copy
}
